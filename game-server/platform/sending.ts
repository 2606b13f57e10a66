// How messages leave the process: three cures for how Colyseus sends (seen in @colyseus/core 0.18.17, ws-transport 0.18.4).
// - Patches are handed to the socket as a view of one shared buffer. When the socket cannot write at once, the next patch
//   overwrites the one that waits, and that client's state is wrong from then on. So every message is copied.
// - What a client does not read is kept in memory without limit. One so far behind is disconnected, and may come back.
// - A frame's head and its payload are written one after the other, which costs as much again as the writing itself. Copied
//   anyway, they go into one buffer and out in one write.

import type { Socket } from "node:net";
import { WebSocketClient } from "@colyseus/ws-transport";
import type { WebSocket } from "ws";

/** Far more than a match ever has under way (some 100 bytes a second), far less than hurts. */
const MAX_BUFFERED_BYTES = 256 * 1024;

/** RFC 6455, section 5.2: a whole binary message, a ping, and where the length is found when it does not fit into seven bits. */
const BINARY = 0x82;
const PING = 0x89;
const SHORT = 126;
const LENGTH_IN_2_BYTES = 126;
const MAX_IN_2_BYTES = 65_535;

const NOTHING = new Uint8Array(0);

/** What lies under each of ours; the rest is sent as ws does it. */
const sockets = new WeakMap<WebSocket, Socket>();

/** From now on messages and pings for this WebSocket are written to its socket directly. It must not compress. */
export function sendDirectly(webSocket: WebSocket, socket: Socket): void {
  sockets.set(webSocket, socket);
  webSocket.ping = (data: Uint8Array = NOTHING): void => {
    if (webSocket.readyState !== webSocket.OPEN) return;
    // Whatever is sent right after it goes out with it, in one write.
    socket.cork();
    socket.write(frame(data, PING));
    process.nextTick(() => socket.uncork());
  };
}

/** For the whole process; call once. */
export function guardSending(): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with the client as `this` below
  const { raw } = WebSocketClient.prototype;
  WebSocketClient.prototype.raw = function (data, options, callback) {
    const webSocket = this.ref;
    if (webSocket.bufferedAmount > MAX_BUFFERED_BYTES) {
      webSocket.terminate();
      return;
    }
    const socket = sockets.get(webSocket);
    const isPlain = webSocket.readyState === webSocket.OPEN && callback === undefined && data.length <= MAX_IN_2_BYTES;
    if (socket !== undefined && isPlain) socket.write(frame(data));
    else raw.call(this, Buffer.from(data), options, callback);
  };
}

/** @param kind the first byte */
function frame(data: Uint8Array, kind = BINARY): Buffer {
  const head = data.length < SHORT ? 2 : 4;
  const whole = Buffer.allocUnsafe(head + data.length);
  whole[0] = kind;
  if (data.length < SHORT) whole[1] = data.length;
  else {
    whole[1] = LENGTH_IN_2_BYTES;
    whole.writeUInt16BE(data.length, 2);
  }
  whole.set(data, head);
  return whole;
}
