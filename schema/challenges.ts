// A challenge: somebody asks somebody else for a match, by rules of their choice. The other accepts, declines, or counters with
// other rules, and then it is the first one's turn; the one whose turn it isn't may withdraw. It expires, and its outcome is
// shown for a little longer. Decided by: rooms/lobby/challenges.ts; over HTTP: http/challenges.ts; live: lobby-state.ts.

import type { Rules } from "../pong/rules.ts";

/** How long there is to answer, in seconds. */
export const CHALLENGE_SECONDS = 60;
/** How often the rules may be countered before somebody has to accept or decline. */
export const MAX_COUNTERS = 4;
/** How many challenges one player may have sent, and received, at a time. */
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
 * The outcome. `busy`: one of them is playing somebody else now; `failed`: it was accepted, but no table could be set up.
 */
export const CHALLENGE_OUTCOMES = ["accepted", "declined", "withdrawn", "expired", "busy", "failed"] as const;
export type ChallengeOutcome = (typeof CHALLENGE_OUTCOMES)[number];

/** Who challenges and who is challenged. */
export const CHALLENGE_SIDES = ["from", "to"] as const;
export type ChallengeSide = (typeof CHALLENGE_SIDES)[number];
