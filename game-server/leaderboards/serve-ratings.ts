// Ratings of a player: schema/http/ratings.ts. They are public, as leaderboards are.

import type { Accounts } from "../../db/repositories/accounts.ts";
import type { Leaderboards } from "../../db/repositories/leaderboards.ts";
import type { RatingRow, Ratings } from "../../db/repositories/ratings.ts";
import { isProvisional } from "../../ranking/glicko2.ts";
import { ALL_TIME, seasonOf } from "../../ranking/seasons.ts";
import { MODES } from "../../contract/modes.ts";
import { type RatingOfMode, askRatings } from "../../schema/http/ratings.ts";
import type { Api } from "../http/serve.ts";
import { boardOf, rankIn } from "./read-board.ts";
import { RATING_RULES } from "../results/feature.ts";
import { findAccount } from "../identity/find-account.ts";

export interface RatingsOptions {
  readonly accounts: Accounts;
  readonly ratings: Ratings;
  readonly boards: Leaderboards;
  readonly wallClock: () => Date;
}

const DAY_MS = 86_400_000;

export function serveRatings({ serve }: Api, { accounts, ratings, boards, wallClock }: RatingsOptions): void {
  serve(askRatings, async ({ params }) => {
    const { id } = await findAccount(accounts, params.login);
    const rows = (await ratings.of([id])).get(id) ?? [];
    const sorted = rows.toSorted((a, b) => MODES.indexOf(a.mode) - MODES.indexOf(b.mode));
    const now = wallClock();
    const rank = (row: RatingRow, season: string) => rankIn(boards, boardOf(row.mode, season, null, now), id);
    const told = sorted.map(async (row) => ({
      ...shownRating(row, now),
      rank: await rank(row, ALL_TIME),
      seasonRank: await rank(row, seasonOf(now)),
    }));
    return { ratings: await Promise.all(told) };
  });
}

/** As sure as it is today: since the last match it has become less so. */
export function shownRating(row: RatingRow, now: Date): Omit<RatingOfMode, "rank" | "seasonRank"> {
  const { mode, played, won } = row;
  const { rating, deviation } = RATING_RULES.age(row, Math.max(0, (now.getTime() - row.ratedAt.getTime()) / DAY_MS));
  return {
    mode,
    rating: Math.round(rating),
    deviation: Math.round(deviation),
    provisional: isProvisional(deviation),
    played,
    won,
    best: Math.round(row.best),
  };
}
