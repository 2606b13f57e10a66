// Dashboards and the facts of matches: schema/http/stats.ts.

import type { Stats } from "../../db/repositories/stats.ts";
import { MOST_RATING_POINTS, askStats, askRatingPoints } from "../../schema/http/stats.ts";
import type { Api } from "../http/serve.ts";
import { type SeenHistoryOptions, findSeenHistory } from "../people/feature.ts";
import { dashboardOf } from "./dashboard.ts";

export interface StatsOptions extends SeenHistoryOptions {
  readonly stats: Stats;
}

export function serveStats({ serve }: Api, options: StatsOptions): void {
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
