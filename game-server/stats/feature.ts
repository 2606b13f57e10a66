// Players' statistics: schema/http/stats.ts.

import type { Stats } from "../../db/repositories/stats.ts";
import type { Stores } from "../../db/stores.ts";
import { MOST_RATING_POINTS, askStats, askRatingPoints } from "../../schema/http/stats.ts";
import type { Feature } from "../http/feature.ts";
import type { Api } from "../http/serve.ts";
import { type Between, type SeenHistoryOptions, findSeenHistory } from "../people/feature.ts";
import { dashboardOf } from "./dashboard.ts";

export function createStats({ accounts, stats }: Stores, { between }: { readonly between: Between }): Feature {
  return { routes: (api) => serveStats(api, { accounts, stats, between }) };
}

interface StatsOptions extends SeenHistoryOptions {
  readonly stats: Stats;
}

function serveStats({ serve }: Api, options: StatsOptions): void {
  const { stats } = options;

  serve(askStats, async ({ params, caller }) => {
    const account = await findSeenHistory(options, params.login, caller);
    return dashboardOf(await stats.of(account.id));
  });

  serve(askRatingPoints, async ({ params, caller }) => {
    const account = await findSeenHistory(options, params.login, caller);
    const points = await stats.ratings(account.id, params.mode, MOST_RATING_POINTS);
    return {
      points: points.map(({ at, rating, deviation, matchId }) => ({
        at: at.toISOString(),
        rating: Math.round(rating),
        deviation: Math.round(deviation),
        matchId,
      })),
    };
  });
}
