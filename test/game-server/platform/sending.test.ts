// What Colyseus sends, over real sockets: also to a client that does not read.

import assert from "node:assert/strict";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { WebSocketClient } from "@colyseus/ws-transport";
import { WebSocket, WebSocketServer } from "ws";
import { guardSending, sendDirectly } from "../../../game-server/platform/sending.ts";

const MESSAGE_BYTES = 8 * 1024;
const MAX_MESSAGES = 10_000;

for (const directly of [false, true]) {
  describe(`a client that does not read, written to ${directly ? "directly" : "by ws"}`, () => {
    let server: WebSocketServer;
    let reader: WebSocket;
    let sender: WebSocketClient;
    before(guardSending);
    beforeEach(async () => {
      server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
      await once(server, "listening");
      const address = server.address();
      assert.ok(address !== null && typeof address !== "string");
      const connected = once(server, "connection");
      reader = new WebSocket(`ws://127.0.0.1:${address.port}`);
      await once(reader, "open");
      const [webSocket, request] = (await connected) as [WebSocket, IncomingMessage];
      sender = new WebSocketClient("session", webSocket);
      if (directly) sendDirectly(webSocket, request.socket);
    });
    afterEach(() => {
      reader.terminate();
      server.close();
    });

    /** Sends numbered messages out of one buffer, as Colyseus does, while `enough` says no. Returns how many. */
    function sendWhile(more: () => boolean): number {
      const shared = Buffer.alloc(MESSAGE_BYTES);
      let sent = 0;
      // Bounded, so that without the guard this fails instead of filling the memory.
      while (more() && sent < MAX_MESSAGES) {
        shared.fill(sent % 251);
        shared.writeUInt32BE(sent);
        sender.raw(shared.subarray());
        sent++;
      }
      shared.fill(255);
      return sent;
    }

    it("finds every message whole once it reads again", async () => {
      reader.pause();
      const received: Buffer[] = [];
      const sent = sendWhile(() => sender.ref.bufferedAmount < 200 * 1024);
      const all = new Promise<void>((resolve) => {
        reader.on("message", (data: Buffer) => {
          received.push(Buffer.from(data));
          if (received.length === sent) resolve();
        });
      });
      reader.resume();
      await all;
      for (const [index, message] of received.entries()) {
        assert.equal(message.readUInt32BE(), index);
        assert.equal(message.at(-1), index % 251);
      }
    });

    it("is sent away before it fills the memory", async () => {
      reader.pause();
      const ended = once(sender.ref, "close");
      sendWhile(() => sender.ref.readyState === WebSocket.OPEN);
      assert.notEqual(sender.ref.readyState, WebSocket.OPEN);
      await ended;
      assert.ok(sender.ref.bufferedAmount < 1024 * 1024);
    });

    it("finds messages of every length as they were sent, among pings", async () => {
      const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 70_000];
      const received: Buffer[] = [];
      const all = new Promise<void>((resolve) => {
        reader.on("message", (data: Buffer, isBinary: boolean) => {
          assert.ok(isBinary);
          if (received.push(data) === lengths.length) resolve();
        });
      });
      for (const length of lengths) {
        sender.raw(Buffer.alloc(length, length % 251));
        sender.ref.ping();
      }
      await all;
      assert.deepEqual(
        received.map((data) => data.length),
        lengths,
      );
      for (const data of received) assert.ok(data.every((byte) => byte === data.length % 251));
    });
  });
}
