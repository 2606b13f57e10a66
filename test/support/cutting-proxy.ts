// A connection to a server that a test can cut, freeze and restore: a TCP proxy that passes everything on at once and in order.

import { type AddressInfo, type Socket, connect, createServer } from "node:net";
import { paceOf, setPace } from "./pace.ts";

export interface CuttingProxy {
  /** Where the server is reached through it. */
  readonly url: string;
  /** Destroys every connection, and refuses new ones until `mend`. */
  cut(): void;
  /** Silently holds everything back in both directions until `mend`; then passes all of it at once. */
  freeze(): void;
  mend(): void;
  close(): Promise<void>;
}

type State = "open" | "cut" | "frozen";

/** @param serverUrl where it leads; may be down, and come back */
export async function openCuttingProxy(serverUrl: string): Promise<CuttingProxy> {
  const { port } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let state: State = "open";

  const server = createServer((inside) => {
    if (state === "cut") {
      inside.destroy();
      return;
    }
    const outside = connect(Number(port), "127.0.0.1");
    join(inside, outside);
    join(outside, inside);
    if (state === "frozen") for (const socket of [inside, outside]) socket.pause();
  });

  function join(from: Socket, to: Socket): void {
    sockets.add(from);
    from.setNoDelay(true);
    from.on("data", (bytes) => to.write(bytes));
    from.on("end", () => to.end());
    from.on("error", () => to.destroy());
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;

  const url = `http://localhost:${address.port}`;
  setPace(url, paceOf(serverUrl));
  return {
    url,
    cut() {
      state = "cut";
      for (const socket of sockets) socket.destroy();
    },
    freeze() {
      state = "frozen";
      for (const socket of sockets) socket.pause();
    },
    mend() {
      state = "open";
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
