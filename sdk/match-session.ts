// A player at a table, without a screen. (interface first; the rest follows)

import type { Keys } from "../pong/keys.ts";
import type { MatchRequest } from "../schema/rooms.ts";
import type { MatchStatus } from "../schema/match-status.ts";
import type { Picture } from "./picture.ts";

/** `joining`; `live`; `reconnecting`: the line is cut and we try again; `closed`: see `closedBecause`. */
export type Connection = "joining" | "live" | "reconnecting" | "closed";

export interface MatchSession {
  /** The latest word of the server; null before the first. */
  readonly status: MatchStatus | null;
  readonly connection: Connection;
  /** A Refusal (schema/rooms.ts) or "unreachable", once closed; "" before, and after a close of our own. */
  readonly closedBecause: string;
  /** The seats this client plays: one, or none before joining. */
  readonly seats: readonly number[];
  /** Own round trip in ms, 0 while unknown. */
  readonly roundTripMs: number;
  /** Room time in ms now, on the clock that graceUntilMs is given in. */
  roomTimeMs(): number;
  /** The keys held from now on, for one's own seat. Only changes travel. */
  hold(keys: Keys): void;
  /** What to draw now. The same object each time, filled anew; null before the first keyframe. Call once a frame. */
  look(): Picture | null;
  ask(request: MatchRequest): void;
  /** Calls back after `status`, `connection` or `seats` changed; answers how to stop. */
  onChange(listener: () => void): () => void;
  close(): void;
}
