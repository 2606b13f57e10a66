// What a match is, as plain data: what the table publishes, what MatchState (match-state.ts) carries over the wire,
// what the sdk hands to whoever shows it. The keyframe and the presses travel beside it (messages/match.ts).

import type { EndReason, MatchKind, Sitter } from "../contract/matches.ts";
import type { Stakes } from "../contract/modes.ts";
import type { GameId } from "../pong/games.ts";
import type { Rules } from "../pong/rules.ts";

/**
 * `waiting`: a seat is empty or somebody's table is not ready; `countdown`: both are there, the ball is not served yet (first
 * serve, and again after a pause); `playing`; `paused`: somebody's connection is silent; `over`: `outcome` says how.
 */
export type MatchPhase = "waiting" | "countdown" | "playing" | "paused" | "over";

/**
 * What comes of a player who touches nothing: `warned`, once and for the last time, before they lose the match; `asked`, among friends:
 * it waits until they say that they are ready.
 */
export type Inactivity = "none" | "warned" | "lastWarning" | "asked";

/** How good a player's connection is, from the round trip and its jitter: shown as bars. */
export type LinkQuality = "unknown" | "good" | "fair" | "poor" | "silent";

export interface SeatStatus {
  readonly sitter: Sitter;
  /** Of a person; "" of everybody else. */
  readonly playerId: string;
  /** What a person or a companion goes by; of the computer its level (pong/ai/levels.ts). */
  readonly name: string;
  /**
   * A person's, of the mode, rounded, when the table was made; 0 where the match counts for none or nothing is known. Of the
   * computer what its level is documented with (docs/ai.md).
   */
  readonly rating: number;
  readonly connected: boolean;
  readonly ready: boolean;
  readonly wantsRematch: boolean;
  readonly inactivity: Inactivity;
  /** Round trip in whole ms, 0 while unknown; changes only when it moved noticeably. */
  readonly roundTripMs: number;
  /**
   * How late this player's messages reach the server at worst, without stalls, in ms. What `L` is made of. Negative: so much
   * ahead of time, as the computer's presses are.
   */
  readonly uplinkDelayMs: number;
  readonly quality: LinkQuality;
  /** Room time in ms until when a player who is away may come back; 0 when nothing is running out. */
  readonly graceUntilMs: number;
}

/** GameId: of what is played (pong/games.ts). */
export interface MatchStatus extends Stakes, GameId {
  readonly kind: MatchKind;
  /** Every place is kept for somebody who is expected at once; otherwise a link brings whoever opens it. */
  readonly isPaired: boolean;
  /** Of the match now on the table; a rematch has another. */
  readonly matchId: string;
  readonly phase: MatchPhase;
  readonly rules: Rules;
  readonly seats: readonly SeatStatus[];
  /** Confirmed points by seat. */
  readonly score: readonly number[];
  /** Counts pauses and rematches; presses of an earlier one no longer count. */
  readonly epoch: number;
  /** The first tick of this epoch. Before it, nothing moves. */
  readonly epochTick: number;
  /** While paused, the tick at which everything stands still; otherwise 0. */
  readonly pauseTick: number;
  /** While paused, the seat (the first one, of several) whose connection is silent; otherwise -1. */
  readonly pausedBy: number;
  /** Once over: the seat that won, or -1. */
  readonly winner: number;
  /** Once over; "" before. */
  readonly endReason: EndReason | "";
  /** How many watch. */
  readonly watchers: number;
}
