// By what a rated match moves players in the lists of the strongest (docs/rating.md): ranking/standings.ts.

import type { StandingRules } from "../../db/writers/standings.ts";
import { ALL_TIME, seasonOf } from "../../ranking/seasons.ts";
import { standingAfter } from "../../ranking/standings.ts";
import { sureUntil } from "./rating-rules.ts";

export const STANDING_RULES: StandingRules = {
  listsOf: (at) => [ALL_TIME, seasonOf(at)],
  after: (list, before, { rating, won, at }) =>
    standingAfter(list, before, { rating: rating.rating, won, at, sureUntil: sureUntil(rating, at) }),
};
