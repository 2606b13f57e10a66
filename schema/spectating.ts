// The messages of a watch room: a growing recording. Joined by id with JoinOptions; POST /api/live/ROOM/watch returns the id.
//
// Down: WATCH_START at joining, and whenever another match begins; WATCH_PIECE, bytes of pong/recording-bytes.ts, with what has
// come since, at most four times a second; WATCH_OVER at the end of a match; WATCHERS when their number has changed. Nothing up.
// All of it is as much behind as the players have chosen.

import type { Stakes } from "../contract/modes.ts";
import type { EndReason } from "../contract/matches.ts";

export const SPECTATE_ROOM = "watch";

/** The longest delay between players and spectators, in seconds. */
export const MAX_SPECTATE_DELAY = 10;

/** Between two pieces, in ms. */
export const PIECE_MS = 250;

export interface SpectatedPlayer {
  readonly name: string;
}

export const SPECTATE_START = "start";
export interface SpectateStart extends Stakes {
  readonly matchId: string;
  /** By seat. */
  readonly players: readonly SpectatedPlayer[];
  readonly delaySeconds: number;
  /** Until now: bytes of pong/recording-bytes.ts; there is no hash of what is not over. */
  readonly recording: Uint8Array;
}

/** The type of the bytes. */
export const SPECTATE_PIECE = 1;

export const SPECTATE_OVER = "over";
export interface SpectateOver {
  readonly matchId: string;
  /** Seat, or -1. */
  readonly winner: number;
  readonly endReason: EndReason;
}

export const SPECTATORS = "watchers";
export interface Spectators {
  readonly count: number;
}
