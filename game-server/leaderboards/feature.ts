// The lists of the strongest, and the ratings of one player.

import type { Stores } from "../../db/stores.ts";
import type { Feature } from "../http/feature.ts";
import type { Platform } from "../platform/platform.ts";
import { serveLeaderboards } from "./serve-leaderboards.ts";
import { serveRatings } from "./serve-ratings.ts";

export { shownRating } from "./serve-ratings.ts";

export function createLeaderboards(
  { wallClock }: Platform,
  { accounts, ratings, leaderboards: boards }: Stores,
): Feature {
  return {
    routes(api) {
      serveRatings(api, { accounts, ratings, boards, wallClock });
      serveLeaderboards(api, { boards, wallClock });
    },
  };
}
