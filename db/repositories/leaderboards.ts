// The lists of the strongest, read: a page, and somebody's rank. Written with each rated match (../writers/standings.ts). Whoever is
// banned is in none; a deleted account has no row.
//
// A list is in the order of its index: by rating, and by id among those whose rating is the same.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Mode } from "../../contract/modes.ts";
import type { Orm } from "../open.ts";

/** Which list. */
export interface Board {
  readonly mode: Mode;
  /** ranking/seasons.ts. */
  readonly season: string;
  /** Null: of all countries. */
  readonly country: string | null;
  /** Only whose rating is still sure then; null: whoever was listed stays. */
  readonly sureAt: Date | null;
  readonly now: Date;
}

/** A place in a list. */
export interface BoardPlace {
  readonly rating: number;
  readonly id: string;
}

/** With the name, picture and country of now. */
export interface BoardRow extends BoardPlace {
  readonly login: string;
  readonly name: string;
  readonly avatarId: string | null;
  readonly country: string | null;
  readonly played: number;
  readonly won: number;
}

export interface Counts {
  readonly total: number;
  /** Rated higher than that place. */
  readonly higher: number;
  /** Before it in the list. */
  readonly before: number;
}

export interface Leaderboards {
  /** Those after a place, or from the top. */
  after(board: Board, place: BoardPlace | null, atMost: number): Promise<BoardRow[]>;
  /** The last ones before a place, in the order of the list. */
  before(board: Board, place: BoardPlace, atMost: number): Promise<BoardRow[]>;
  /** Null: not in the list. */
  find(board: Board, playerId: string): Promise<BoardRow | null>;
  count(board: Board, place: BoardPlace): Promise<Counts>;
  /** How many are rated higher. */
  higher(board: Board, rating: number): Promise<number>;
  /** The earliest season with any data; null: none. */
  firstSeason(): Promise<string | null>;
}

type Sql = readonly [sql: string, ...values: unknown[]];

export function createLeaderboards(orm: Orm): Leaderboards {
  const fork = () => orm.em.fork() as SqlEntityManager;

  function page(board: Board, place: Sql | null, order: "forth" | "back", atMost: number): Promise<BoardRow[]> {
    const [where, ...values] = both(listed(board), place);
    const [by, then] = order === "forth" ? ["desc", "asc"] : ["asc", "desc"];
    // The page first, and only then its few players.
    return fork().execute(
      `select "page"."player_id" as "id", "page"."rating", "page"."played", "page"."won", "accounts"."login",
         "accounts"."avatar_id" as "avatarId", "accounts"."country", "players"."name"
       from (select "player_id", "rating", "played", "won" from "standings" where ${where}
         order by "rating" ${by}, "player_id" ${then} limit ?) as "page"
       join "accounts" on "accounts"."player_id" = "page"."player_id" join "players" on "players"."id" = "page"."player_id"
       order by "page"."rating" desc, "page"."player_id"`,
      [...values, atMost],
    );
  }

  return {
    after: (board, place, atMost) =>
      page(
        board,
        place && [`"rating" <= ? and ("rating" < ? or "player_id" > ?)`, place.rating, place.rating, place.id],
        "forth",
        atMost,
      ),
    before: (board, { rating, id }, atMost) =>
      page(board, [`"rating" >= ? and ("rating" > ? or "player_id" < ?)`, rating, rating, id], "back", atMost),

    async find(board, playerId) {
      const [row] = await page(board, [`"player_id" = ?`, playerId], "forth", 1);
      return row ?? null;
    },

    async count(board, { rating, id }) {
      const [where, ...values] = listed(board);
      const [counts]: Record<keyof Counts, string | number>[] = await fork().execute(
        `select count(*) as "total", count(*) filter (where "rating" > ?) as "higher",
           count(*) filter (where "rating" > ? or ("rating" = ? and "player_id" < ?)) as "before"
         from "standings" where ${where}`,
        [rating, rating, rating, id, ...values],
      );
      return { total: Number(counts!.total), higher: Number(counts!.higher), before: Number(counts!.before) };
    },

    async higher(board, rating) {
      const [where, ...values] = both(listed(board), [`"rating" > ?`, rating]);
      const [row]: { count: string | number }[] = await fork().execute(
        `select count(*) as "count" from "standings" where ${where}`,
        values,
      );
      return Number(row!.count);
    },

    async firstSeason() {
      // The primary key begins with it, and "all" comes after every year.
      const [row]: { season: string | null }[] = await fork().execute(
        `select min("season") as "season" from "standings" where "season" < 'a'`,
      );
      return row?.season ?? null;
    },
  };
}

function listed({ mode, season, country, sureAt, now }: Board): Sql {
  return [
    `"is_listed" and "season" = ? and "mode" = ?
       and "player_id" not in (select "player_id" from "accounts" where "banned_until" > ?)
       ${country === null ? "" : `and "country" = ?`} ${sureAt === null ? "" : `and "sure_until" > ?`}`,
    season,
    mode,
    now,
    ...(country === null ? [] : [country]),
    ...(sureAt === null ? [] : [sureAt]),
  ];
}

function both([sql, ...values]: Sql, other: Sql | null): Sql {
  if (other === null) return [sql, ...values];
  const [more, ...moreValues] = other;
  return [`${sql} and ${more}`, ...values, ...moreValues];
}
