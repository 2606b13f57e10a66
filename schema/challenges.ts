// A challenge: somebody asks somebody else for a match, by rules of their choice. The other accepts, declines, or counters with
// other rules, and then it is the first one's turn; whoever is not on turn may withdraw. It expires, and what has come of it is
// told for a little longer. Who decides: rooms/lobby/challenges.ts; over HTTP: http/challenges.ts; live: lobby-state.ts.

import type { Rules } from "../pong/rules.ts";

/** Whoever is on turn has so long to answer, in seconds. */
export const CHALLENGE_SECONDS = 60;
/** So often the rules may be countered before somebody has to say yes or no. */
export const MAX_COUNTERS = 4;
/** What one player may have asked, and what may be asked of one, at a time. */
export const MAX_ASKED_CHALLENGES = 3;
export const MAX_ASKING_CHALLENGES = 10;

/** What is played, and for what. */
export interface Terms {
  readonly rules: Rules;
  /** For both ratings: only by the rules of a mode (modes.ts), between accounts. */
  readonly ranked: boolean;
  /** Who may watch, and how many seconds later. */
  readonly watching: { readonly isPublic: boolean; readonly delaySeconds: number };
}

/**
 * What has come of it. `busy`: one of them plays somebody else now; `failed`: it was accepted, and there was no table to be had.
 */
export const CHALLENGE_OUTCOMES = ["accepted", "declined", "withdrawn", "expired", "busy", "failed"] as const;
export type ChallengeOutcome = (typeof CHALLENGE_OUTCOMES)[number];

/** Who asks and who is asked. */
export const CHALLENGE_SIDES = ["from", "to"] as const;
export type ChallengeSide = (typeof CHALLENGE_SIDES)[number];
