// A page of a list of the strongest, with ranks and the ways on and back; and where one player stands.

import type { Board, BoardPlace, BoardRow, Leaderboards } from "../../db/repositories/leaderboards.ts";
import type { Mode } from "../../contract/modes.ts";
import { ALL_TIME } from "../../ranking/seasons.ts";
import { ranksOf } from "../../ranking/standings.ts";
import { BOARD_PAGE, type BoardRow as RankedRow } from "../../schema/http/leaderboards.ts";

/** Which page: from the top, after or before a place, or with a player in its middle. */
export type WhichPage =
  | { readonly kind: "top" }
  | { readonly kind: "after" | "before"; readonly place: BoardPlace }
  | { readonly kind: "around"; readonly row: BoardRow };

export interface BoardPage {
  readonly total: number;
  readonly rows: readonly RankedRow[];
  readonly previous: BoardPlace | null;
  readonly next: BoardPlace | null;
}

/** So many stand above the one that a page is about. */
const ABOVE = Math.floor((BOARD_PAGE - 1) / 2);

export async function readBoard(boards: Leaderboards, board: Board, which: WhichPage): Promise<BoardPage> {
  const found = await rowsOf(boards, board, which);
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return { total: 0, rows: [], previous: null, next: null };
  const counts = await boards.count(board, first);
  const ranks = ranksOf(
    found.map(({ rating }) => rating),
    counts,
  );
  return {
    total: counts.total,
    rows: found.map((row, at) => ({ ...row, rank: ranks[at]! })),
    previous: counts.before > 0 ? first : null,
    next: counts.before + found.length < counts.total ? last : null,
  };
}

/** Where nobody is any more, the list is shown from its top. */
async function rowsOf(boards: Leaderboards, board: Board, which: WhichPage): Promise<readonly BoardRow[]> {
  const rows = await wanted(boards, board, which);
  return rows.length === 0 && which.kind !== "top" ? boards.after(board, null, BOARD_PAGE) : rows;
}

async function wanted(boards: Leaderboards, board: Board, which: WhichPage): Promise<readonly BoardRow[]> {
  switch (which.kind) {
    case "top":
      return boards.after(board, null, BOARD_PAGE);
    case "after":
      return boards.after(board, which.place, BOARD_PAGE);
    case "before":
      return boards.before(board, which.place, BOARD_PAGE);
    case "around": {
      const above = await boards.before(board, which.row, ABOVE);
      return [...above, which.row, ...(await boards.after(board, which.row, BOARD_PAGE - 1 - above.length))];
    }
  }
}

/** @param country null: of the world */
export function boardOf(mode: Mode, season: string, country: string | null, now: Date): Board {
  return { mode, season, country, now, sureAt: season === ALL_TIME ? now : null };
}

/** A player's rank; null while they have none. */
export async function rankIn(boards: Leaderboards, board: Board, playerId: string): Promise<number | null> {
  const row = await boards.find(board, playerId);
  return row === null ? null : (await boards.higher(board, row.rating)) + 1;
}
