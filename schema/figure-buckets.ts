// The buckets that a player's figures are counted in: what is written with each result (game-server/results/counters.ts), told
// by http/figures.ts and drawn by the page.
// Never change them without counting anew, from the recordings.

/** Of a rally's hits: the least of each bucket. */
export const RALLY_EDGES = [0, 1, 3, 5, 8, 12, 20] as const;

/** Cells across a paddle's line, from -LINE_HALF to LINE_HALF in court units. */
export const PLACES = 24;
export const LINE_HALF = 6;

/** Reaction times: buckets of so many ms; the last one counts all later ones. */
export const REACTION_STEP_MS = 50;
export const REACTIONS = 20;

export const HOURS = 24;

/** The index of a rally's bucket. */
export function rallyBucket(hits: number): number {
  return RALLY_EDGES.findLastIndex((edge) => hits >= edge);
}

/** The index of the cell that a y of the line is in. */
export function placeBucket(y: number): number {
  return clamp(Math.floor(((y + LINE_HALF) / (2 * LINE_HALF)) * PLACES), PLACES);
}

export function reactionBucket(ms: number): number {
  return clamp(Math.floor(ms / REACTION_STEP_MS), REACTIONS);
}

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}
