// By what maths a rated match moves ratings (docs/rating.md): ranking/glicko2.ts, each match a rating period of its own.

import type { RatingRules } from "../../db/repositories/ratings.ts";
import { NEW_RATING, age, rateGame } from "../../ranking/glicko2.ts";

/**
 * So many days without a match make a rating as unsure as one rating period of the paper does: somebody with a deviation of
 * 50 is new again (350) after a bit more than 9 years, and provisional (110) after about 9 months.
 */
const DAYS_A_PERIOD = 3;

export const RATING_RULES: RatingRules = {
  fresh: NEW_RATING,
  age: (rating, days) => age(rating, days / DAYS_A_PERIOD),
  rate: rateGame,
};
