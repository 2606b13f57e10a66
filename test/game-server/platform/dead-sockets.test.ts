// Sockets whose other end is gone without a word, over real ones.

import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, type Socket, connect } from "node:net";
import { WebSocket, WebSocketServer } from "ws";
import { createDeadSockets, type DeadSockets } from "../../../game-server/platform/dead-sockets.ts";
import { until } from "../../support/until.ts";

const ROUND_MS = 200;
const PATIENCE_MS = 20_000;

describe("dead sockets", () => {
  let server: WebSocketServer;
  let port: number;
  let deadSockets: DeadSockets;
  const opened: (WebSocket | Socket)[] = [];

  beforeEach(async () => {
    server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
    await once(server, "listening");
    ({ port } = server.address() as AddressInfo);
    deadSockets = createDeadSockets(ROUND_MS);
    server.on("connection", (webSocket, request) => deadSockets.watch(webSocket, request.socket));
  });

  afterEach(() => {
    deadSockets.stop();
    for (const one of opened.splice(0)) {
      if (one instanceof WebSocket) one.terminate();
      else one.destroy();
    }
    server.close();
  });

  /** Shakes hands and then never says a word again, not even a pong. */
  async function openDead(): Promise<Socket> {
    const socket = connect(port, "127.0.0.1");
    opened.push(socket);
    await once(socket, "connect");
    socket.write(
      "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" +
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
    );
    await once(socket, "data");
    socket.resume();
    return socket;
  }

  async function openAlive(): Promise<WebSocket> {
    const webSocket = new WebSocket(`ws://127.0.0.1:${port}`);
    opened.push(webSocket);
    await once(webSocket, "open");
    return webSocket;
  }

  it("are closed, and those that answer stay", async () => {
    const alive = await openAlive();
    const dead = [await openDead(), await openDead()];
    let ended = 0;
    for (const socket of dead) socket.on("close", () => ended++);
    await until(() => ended === dead.length, PATIENCE_MS, "both were closed");
    assert.equal(alive.readyState, WebSocket.OPEN);
    assert.equal(server.clients.size, 1);
  });

  it("are not looked for among those who talk", async () => {
    const talker = await openAlive();
    let pings = 0;
    talker.on("ping", () => pings++);
    const silent = await openAlive();
    let silentPings = 0;
    silent.on("ping", () => silentPings++);
    // More often than a round, so that something is new at each look.
    const talking = setInterval(() => talker.send("x"), ROUND_MS / 20);
    await until(() => silentPings >= 5, PATIENCE_MS, "the silent one was pinged");
    clearInterval(talking);
    assert.ok(pings <= 1, `${pings} pings`);
  });
});
