// Closes sockets whose other end is gone without a word: a cable pulled, a phone out of reach. Whatever has sent something since
// the last look is alive; the others are pinged, and closed when they don't answer. Matches don't wait for this:
// they notice silence in seconds by the players' own heartbeats (rooms/match/connection-stats.ts).

import type { Socket } from "node:net";
import type { WebSocket } from "ws";

/** How long a round takes in which every socket is looked at once. */
const ROUND_MS = 10_000;
/** Looked at in so many portions, because thousands of pings at once would make every match stutter. */
const PORTIONS = 100;
/** Pings that may go unanswered. */
const MAX_UNANSWERED = 2;

interface Watched {
  readonly webSocket: WebSocket;
  readonly socket: Socket;
  heardBytes: number;
  unanswered: number;
}

export interface DeadSockets {
  watch(webSocket: WebSocket, socket: Socket): void;
  stop(): void;
}

/** @param roundMs for tests */
export function createDeadSockets(roundMs: number = ROUND_MS): DeadSockets {
  let watched: Watched[] = [];
  let portion = 0;

  const timer = setInterval(() => {
    const from = Math.floor((watched.length * portion) / PORTIONS);
    const to = Math.floor((watched.length * (portion + 1)) / PORTIONS);
    for (const one of watched.slice(from, to)) look(one);
    portion = (portion + 1) % PORTIONS;
    if (portion === 0) watched = watched.filter((one) => !isGone(one));
  }, roundMs / PORTIONS);
  timer.unref();

  return {
    watch(webSocket, socket) {
      watched.push({ webSocket, socket, heardBytes: -1, unanswered: 0 });
    },
    stop() {
      clearInterval(timer);
    },
  };
}

function isGone({ webSocket }: Watched): boolean {
  return webSocket.readyState === webSocket.CLOSED;
}

function look(one: Watched): void {
  const { webSocket, socket } = one;
  if (isGone(one)) return;
  if (socket.bytesRead !== one.heardBytes) {
    one.heardBytes = socket.bytesRead;
    one.unanswered = 0;
  } else if (one.unanswered++ < MAX_UNANSWERED) {
    if (webSocket.readyState === webSocket.OPEN) webSocket.ping();
  } else {
    webSocket.terminate();
  }
}
