// A connection to the server that can be cut and metered: passes TCP on, counts the bytes of WebSocket messages, and goes dead on
// demand without telling either end.

import { once } from "node:events";
import { type Socket, connect, createServer } from "node:net";
import { paceOf, setPace } from "./pace.ts";

/** Of WebSocket messages, without the 2 to 14 bytes that frame each; control frames count as messages without weight. */
export interface Weight {
  bytes: number;
  frames: number;
  /** With frames' headers. */
  wireBytes: number;
}

export interface MeteredLine {
  /** Where the server is reached through this connection. */
  readonly url: string;
  readonly down: Readonly<Weight>;
  readonly up: Readonly<Weight>;
  /** From now on nothing passes; connections stay open, as when a cable is pulled. */
  cut(): void;
  /** Passes again what is sent from now on, on new connections; the old ones are gone. */
  mend(): void;
  /** Breaks all connections off, with word to both ends. */
  breakOff(): void;
  close(): Promise<void>;
}

/** @param target address of the server */
export async function openMeteredLine(target: string): Promise<MeteredLine> {
  const { hostname, port } = new URL(target);
  const host = hostname === "localhost" ? "127.0.0.1" : hostname;
  const down: Weight = { bytes: 0, frames: 0, wireBytes: 0 };
  const up: Weight = { bytes: 0, frames: 0, wireBytes: 0 };
  const pairs = new Set<readonly [Socket, Socket]>();
  let isCut = false;

  const server = createServer((near) => {
    const far = connect(Number(port), host);
    const pair = [near, far] as const;
    pairs.add(pair);
    const scales = { down: new Scales(down), up: new Scales(up) };
    let isUpgraded = false;
    far.on("data", (data: Buffer) => {
      if (isCut) return;
      if (isUpgraded) scales.down.weigh(data);
      else if (data.subarray(0, 12).toString("latin1") === "HTTP/1.1 101") {
        isUpgraded = true;
        scales.down.weigh(data.subarray(data.indexOf("\r\n\r\n") + 4));
      }
      near.write(data);
    });
    near.on("data", (data: Buffer) => {
      if (isCut) return;
      if (isUpgraded) scales.up.weigh(data);
      far.write(data);
    });
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => {
        pairs.delete(pair);
        if (!isCut) for (const one of pair) one.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the line has no port");

  function breakOff(): void {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  }

  const url = `http://127.0.0.1:${address.port}`;
  setPace(url, paceOf(target));
  return {
    url,
    down,
    up,
    cut() {
      isCut = true;
    },
    mend() {
      breakOff();
      isCut = false;
    },
    breakOff,
    async close() {
      breakOff();
      server.close();
      await once(server, "close");
    },
  };
}

/** Reads one direction's frames as they pass (RFC 6455, section 5.2). */
class Scales {
  readonly #into: Weight;
  #rest: Buffer = Buffer.alloc(0);

  constructor(into: Weight) {
    this.#into = into;
  }

  weigh(data: Buffer): void {
    this.#into.wireBytes += data.length;
    this.#rest = Buffer.concat([this.#rest, data]);
    for (let size = this.#frame(); size !== null; size = this.#frame()) {
      this.#into.frames++;
      this.#into.bytes += size;
    }
  }

  /** Takes the next whole frame off and returns its payload, or null. */
  #frame(): number | null {
    const rest = this.#rest;
    if (rest.length < 2) return null;
    const short = rest[1]! & 127;
    const lengthBytes = short < 126 ? 0 : short === 126 ? 2 : 8;
    const head = 2 + lengthBytes + ((rest[1]! & 128) === 0 ? 0 : 4);
    if (rest.length < head) return null;
    const size = lengthBytes === 0 ? short : lengthBytes === 2 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
    if (rest.length < head + size) return null;
    this.#rest = rest.subarray(head + size);
    return size;
  }
}
