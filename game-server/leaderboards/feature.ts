// The lists of the strongest, and the ratings of one player.

import type { BoardPlace, BoardRow, Leaderboards } from "../../db/repositories/leaderboards.ts";
import type { Stores } from "../../db/stores.ts";
import { boundsOf, seasonsUntil } from "../../ranking/seasons.ts";
import { type LeaderboardQuery, askLeaderboard } from "../../schema/http/leaderboards.ts";
import type { Feature } from "../http/feature.ts";
import type { Api } from "../http/serve.ts";
import type { Platform } from "../platform/platform.ts";
import { type WhichPage, boardOf, readBoard } from "./read-board.ts";
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

interface LeaderboardsOptions {
  readonly boards: Leaderboards;
  readonly wallClock: () => Date;
}

function serveLeaderboards({ serve }: Api, { boards, wallClock }: LeaderboardsOptions): void {
  serve(askLeaderboard, async ({ params: { mode }, query, caller }) => {
    const now = wallClock();
    const { season, country = null } = query;
    const board = boardOf(mode, season, country, now);
    const own = caller?.account ? await boards.find(board, caller.player.id) : null;
    const { total, rows, previous, next } = await readBoard(boards, board, whichOf(query, own));
    return {
      mode,
      season,
      country,
      seasons: seasonsUntil(now, await boards.firstSeason()).map((one) => {
        const { from, until } = boundsOf(one);
        return { season: one, from: from.toISOString(), until: until.toISOString() };
      }),
      total,
      rows: [...rows],
      own: own === null ? null : (await boards.higher(board, own.rating)) + 1,
      previous: previous && cursorOf(previous),
      next: next && cursorOf(next),
    };
  });
}

function whichOf({ around, after, before }: LeaderboardQuery, own: BoardRow | null): WhichPage {
  if (around !== undefined && own !== null) return { kind: "around", row: own };
  if (after !== undefined) return { kind: "after", place: placeOf(after) };
  return before === undefined ? { kind: "top" } : { kind: "before", place: placeOf(before) };
}

function cursorOf({ rating, id }: BoardPlace): string {
  return `${rating}_${id}`;
}

/** @param text checked by the endpoint */
function placeOf(text: string): BoardPlace {
  const [rating = "", id = ""] = text.split("_");
  return { rating: Number(rating), id };
}
