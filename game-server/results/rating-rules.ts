// By what maths a rated match moves ratings, and players in the lists of the strongest (docs/rating.md): ranking/glicko2.ts, each
// match a rating period of its own, and ranking/standings.ts.

import type { RatingRules } from "../../db/repositories/ratings.ts";
import type { RatingValues } from "../../db/result-writer.ts";
import type { StandingRules } from "../../db/writers/standings.ts";
import { NEW_RATING, age, periodsUntilProvisional, rateGame } from "../../ranking/glicko2.ts";
import { ALL_TIME, seasonOf } from "../../ranking/seasons.ts";
import { standingAfter } from "../../ranking/standings.ts";

/**
 * So many days without a match make a rating as unsure as one rating period of the paper does: somebody with a deviation of
 * 50 is new again (350) after a bit more than 9 years, and provisional (110) after about 9 months.
 */
const DAYS_A_PERIOD = 3;
const DAY_MS = 86_400_000;
/** A rating is never called sure for longer without a match. */
const MOST_SURE_DAYS = 3_650;

export const RATING_RULES: RatingRules = {
  fresh: NEW_RATING,
  age: (rating, days) => age(rating, days / DAYS_A_PERIOD),
  rate: rateGame,
};

/** Until when a rating is sure without another match, in whole ms; the moment itself where it is provisional. */
export function sureUntil(rating: RatingValues, at: Date): Date {
  const days = Math.min(MOST_SURE_DAYS, periodsUntilProvisional(rating) * DAYS_A_PERIOD);
  return new Date(at.getTime() + Math.floor(days * DAY_MS));
}

export const STANDING_RULES: StandingRules = {
  listsOf: (at) => [ALL_TIME, seasonOf(at)],
  after: (list, before, { rating, won, at }) =>
    standingAfter(list, before, { rating: rating.rating, won, at, sureUntil: sureUntil(rating, at) }),
};
