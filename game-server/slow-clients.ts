// Two cures for how Colyseus sends (seen in @colyseus/core 0.18.17, ws-transport 0.18.4):
// - patches are handed to the socket as a view of one shared buffer. When the socket cannot write at once, the next patch
//   overwrites the one that waits, and that client's state is wrong from then on. So every message is copied first.
// - what a client does not read is kept in memory without limit. Somebody so far behind is sent away, and may come back.

import { WebSocketClient } from "@colyseus/ws-transport";

/** Far more than a match ever has under way (some 100 bytes a second), far less than hurts. */
const MAX_BUFFERED_BYTES = 256 * 1024;

/** For the whole process; call once. */
export function guardAgainstSlowClients(): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with the client as `this` below
  const { raw } = WebSocketClient.prototype;
  WebSocketClient.prototype.raw = function (data, options, callback) {
    if (this.ref.bufferedAmount > MAX_BUFFERED_BYTES) {
      this.ref.terminate();
      return;
    }
    raw.call(this, Buffer.from(data), options, callback);
  };
}
