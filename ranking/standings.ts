// Where a player stands in the list of a mode, of all time or of one season: who is listed, and who is before whom. Pure.
// Published in docs/rating.md; kept by db/writers/standings.ts.

import { ALL_TIME } from "./seasons.ts";

/** So many ranked matches of a season bring a player into its list. */
export const SEASON_MATCHES = 10;

export interface Standing {
  /** In whole points, as it is shown: who differs by less has the same rank. */
  readonly rating: number;
  /** Ranked matches of the list's time. */
  readonly played: number;
  readonly won: number;
  /** When the last of them ended. */
  readonly ratedAt: Date;
  /** Until when the rating is sure without another match; not later than `ratedAt` while it is provisional. */
  readonly sureUntil: Date;
  /** Whether it has a place in the list; in that of all time, no longer than until `sureUntil`. */
  readonly isListed: boolean;
}

/** What one ranked match made of a player's rating. */
export interface RankedMatch {
  readonly rating: number;
  readonly won: boolean;
  readonly at: Date;
  readonly sureUntil: Date;
}

/** The standing after one more match. @param before null: this is the first one of the list's time */
export function standingAfter(season: string, before: Standing | null, match: RankedMatch): Standing {
  const played = (before?.played ?? 0) + 1;
  const isSure = match.sureUntil > match.at;
  return {
    rating: Math.round(match.rating),
    played,
    won: (before?.won ?? 0) + (match.won ? 1 : 0),
    ratedAt: before !== null && before.ratedAt > match.at ? before.ratedAt : match.at,
    sureUntil: match.sureUntil,
    isListed: isSure && (season === ALL_TIME || played >= SEASON_MATCHES),
  };
}

/**
 * The ranks of some who follow each other in a list: whoever has the same rating has the same rank, and the next one's is as if they
 * had not (1, 2, 2, 4).
 * @param ratings from the highest on
 * @param first how many of the list are rated higher than the first of them, and how many stand before that one
 */
export function ranksOf(
  ratings: readonly number[],
  first: { readonly higher: number; readonly before: number },
): number[] {
  const ranks: number[] = [];
  for (const [at, rating] of ratings.entries()) {
    if (at === 0) ranks.push(first.higher + 1);
    else ranks.push(rating === ratings[at - 1] ? ranks[at - 1]! : first.before + at + 1);
  }
  return ranks;
}
