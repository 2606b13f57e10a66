// The buckets that a player's statistics are counted in: written with each result (game-server/results/counters.ts), served
// by http/stats.ts and drawn by the page.
// After changing them, recount from the recordings: `npm run rebuild-figures`.

import { MODES, type Mode } from "../contract/modes.ts";
import { STANDARD_COURT } from "../pong/games.ts";

/** Of a rally's hits: the least of each bucket. */
export const RALLY_EDGES = [0, 1, 3, 5, 8, 12, 20] as const;

/** Cells across a paddle's line, each 0.5 court units wide, from left to right as its player sees it from behind the paddle. */
export const PLACES = 24;

/** Reaction times: buckets of so many ms; the last entry counts all later ones. */
export const REACTION_STEP_MS = 50;
export const REACTIONS = 20;

export const HOURS = 24;

/** So many buckets has what is counted by mode. */
export const MODE_BUCKETS = MODES.length + 1;
/** Of rules of one's own, since there were two modes: numbers that are stored stay what they were, however many modes come. */
const OWN_RULES_BUCKET = 2;

/** The index of a mode's bucket; null: of rules of one's own. */
export function modeBucket(mode: Mode | null): number {
  if (mode === null) return OWN_RULES_BUCKET;
  const index = MODES.indexOf(mode);
  return index < OWN_RULES_BUCKET ? index : index + 1;
}

/** The index of a rally's bucket. */
export function rallyBucket(hits: number): number {
  return RALLY_EDGES.findLastIndex((edge) => hits >= edge);
}

/** The index of the cell that a y of this seat's line is in: the two seats look at the court from opposite ends. */
export function placeBucket(seat: number, y: number): number {
  const { halfWidth, rails } = STANDARD_COURT;
  const rightwards = -(rails[seat]?.facing ?? 1) * y;
  return clamp(Math.floor(((rightwards + halfWidth) / (2 * halfWidth)) * PLACES), PLACES);
}

export function reactionBucket(ms: number): number {
  return clamp(Math.floor(ms / REACTION_STEP_MS), REACTIONS);
}

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}
