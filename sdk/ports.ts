// What everything in sdk/ gets from outside: the time, which is the browser's, Node's or a test's virtual one, and the link
// between a match session and its room. open-match.ts has the real one; tests make one with delays of their own.

import type { MatchStatus } from "../schema/match-status.ts";
import type { ClosedReason, MatchRequest } from "../schema/rooms.ts";

export interface Clock {
  /** Monotonic ms from an arbitrary beginning. */
  now(): number;
  /** Calls back about every so many ms; returns what stops it. */
  every(ms: number, callback: () => void): () => void;
  /** Calls back once after so many ms; returns what stops it. */
  after(ms: number, callback: () => void): () => void;
}

/** The callbacks of a session. */
export interface LinkListener {
  /** The connection is up, for the first time or again: the room greets. */
  opened(): void;
  /** Bytes of a Down type (schema/messages/match.ts). */
  received(type: number, bytes: Uint8Array): void;
  status(status: MatchStatus): void;
  /** The connection is lost and being re-established. */
  lost(): void;
  /** It stays closed; "" when we closed it ourselves. */
  closed(because: ClosedReason | ""): void;
}

export interface MatchLink {
  /** Starts; everything else is heard through the listener. Called once. */
  open(listener: LinkListener): void;
  /** Sends an UpMessage; silently lost while the connection is down. */
  send(bytes: Uint8Array): void;
  ask(request: MatchRequest): void;
  /** Gives up a connection that has gone quiet, and reconnects. */
  renew(): void;
  close(): void;
}
