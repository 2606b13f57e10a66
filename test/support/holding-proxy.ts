// A proxy to a server that lets a socket join, and holds back everything after that until it is released.

import { once } from "node:events";
import { type AddressInfo, type Socket, connect, createServer } from "node:net";
import { paceOf, setPace } from "./pace.ts";

export interface HoldingProxy {
  readonly url: string;
  /** How many pieces are held back. */
  readonly held: number;
  /** Delivers what is held, and holds nothing any more. */
  release(): void;
  close(): Promise<void>;
}

export async function openHoldingProxy(target: string): Promise<HoldingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let held: (() => void)[] = [];
  let isOpen = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
    client.pipe(upstream);
    let frames = -1;
    upstream.on("data", (chunk: Buffer) => {
      if (frames >= 0) frames++;
      else if (chunk.toString("latin1").startsWith("HTTP/1.1 101 ")) frames = 0;
      // The first frame says that one is in.
      if (frames <= 1 || isOpen) client.write(chunk);
      else held.push(() => client.write(chunk));
    });
    upstream.on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
  });
  server.listen(0, hostname);
  await once(server, "listening");
  const url = `http://${hostname}:${(server.address() as AddressInfo).port}`;
  setPace(url, paceOf(target));
  return {
    url,
    get held() {
      return held.length;
    },
    release() {
      isOpen = true;
      for (const deliver of held) deliver();
      held = [];
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
