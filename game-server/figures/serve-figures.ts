// Dashboards and the facts of matches: schema/http/figures.ts.

import type { Figures } from "../../db/repositories/figures.ts";
import { MOST_RATING_POINTS, askFigures, askRatingPoints } from "../../schema/http/figures.ts";
import type { Api } from "../http/serve.ts";
import { type SeenHistoryOptions, findSeenHistory } from "../profiles/see-history.ts";
import { dashboardOf } from "./dashboard.ts";

export interface FiguresOptions extends SeenHistoryOptions {
  readonly figures: Figures;
}

export function serveFigures({ serve }: Api, options: FiguresOptions): void {
  const { figures } = options;

  serve(askFigures, async ({ params, caller }) => {
    const account = await findSeenHistory(options, params.login, caller);
    return dashboardOf(await figures.of(account.id));
  });

  serve(askRatingPoints, async ({ params, caller }) => {
    const account = await findSeenHistory(options, params.login, caller);
    const points = await figures.ratings(account.id, params.mode, MOST_RATING_POINTS);
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
