// "Fair match": the level that is nearest to a player's rating, and how it moves during a match. A level never hides: the table says
// which one plays (docs/ai.md).

import { AI_LEVELS, type AiLevel, LEVELS } from "./levels.ts";

/** What is asked for instead of a level. */
export const FAIR = "fair";

/** So many points of lead move the level by one. */
export const FAIR_LEAD = 3;
/** It moves no farther than this many levels from where the match began. */
export const FAIR_MOST = 2;

/** The level whose rating is nearest to this one. @param rating on the scale of LEVELS */
export function nearestLevel(rating: number): AiLevel {
  return AI_LEVELS.reduce((best, level) =>
    Math.abs(LEVELS[level].rating - rating) < Math.abs(LEVELS[best].rating - rating) ? level : best,
  );
}

/**
 * The level at which the computer plays on, at this score: weaker by one for each FAIR_LEAD points that it leads by, stronger by one
 * for each that it is behind.
 * @param start the level at which the match began
 */
export function fairLevel(start: AiLevel, ownPoints: number, otherPoints: number): AiLevel {
  const lead = ownPoints - otherPoints;
  const moved = Math.min(FAIR_MOST, Math.floor(Math.abs(lead) / FAIR_LEAD));
  const index = AI_LEVELS.indexOf(start) + (lead > 0 ? -moved : moved);
  return AI_LEVELS[Math.min(AI_LEVELS.length - 1, Math.max(0, index))]!;
}
