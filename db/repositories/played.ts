// What a player has played: finished matches, the latest first, and how many duels were won. Written by matches.ts.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Mode } from "../../contract/modes.ts";
import type { EndReason, MatchKind, StoredSitter } from "../../contract/matches.ts";
import { StoredEndReason } from "../match-record.ts";
import type { Orm } from "../open.ts";

/** Where a page of the history ends: the next one begins after this match. */
export interface PlayedCursor {
  readonly finishedAt: Date;
  readonly id: string;
}

/** What a history is narrowed to; left out or null: anything. */
export interface PlayedFilter {
  readonly mode?: Mode | null;
  readonly kind?: MatchKind | null;
  readonly ranked?: boolean | null;
  readonly outcome?: "won" | "lost" | "none" | null;
  /** A part of the opponent's name at the time, in any case. */
  readonly opponent?: string | null;
  /** Finished from then on, and before then. */
  readonly from?: Date | null;
  readonly until?: Date | null;
}

export interface PlayedRow {
  readonly id: string;
  readonly kind: MatchKind;
  readonly mode: Mode | null;
  readonly ranked: boolean;
  readonly outcome: "won" | "lost" | "none";
  readonly ratingBefore: number | null;
  readonly ratingAfter: number | null;
  readonly finishedAt: Date;
  /** From when on others than its players may know of it; null: at once. */
  readonly shownAt: Date | null;
  readonly endReason: EndReason;
  readonly points: number;
  readonly opponentPoints: number;
  readonly won: boolean;
  /** Under the name at the time, the level for the computer; with the current login name, null without an account. */
  readonly opponent: { readonly name: string; readonly login: string | null; readonly sitter: StoredSitter };
}

/** Duels that somebody won: all, and those that were this player's. */
export interface DuelRecord {
  readonly played: number;
  readonly won: number;
}

export interface Played {
  /** The latest first; with a cursor, those before it. */
  list(playerId: string, before: PlayedCursor | null, atMost: number, filter?: PlayedFilter): Promise<PlayedRow[]>;
  record(playerId: string): Promise<DuelRecord>;
}

export function createPlayed(orm: Orm): Played {
  const fork = () => orm.em.fork() as unknown as SqlEntityManager;
  return {
    async list(playerId, before, atMost, filter = {}) {
      const conditions = conditionsOf(playerId, before, filter);
      const rows: SeatRow[] = await fork().execute(listOf(conditions.map(([sql]) => sql)), [
        ...conditions.flatMap(([, ...values]) => values),
        atMost,
      ]);
      return rows
        .map(read)
        .toSorted((a, b) => b.finishedAt.getTime() - a.finishedAt.getTime() || (a.id < b.id ? 1 : -1));
    },

    async record(playerId) {
      const [counts]: { played: string | number; won: string | number }[] = await fork().execute(
        `select count(*) as "played", count(*) filter (where "won_duel") as "won" from "match_seats"
         where "player_id" = ? and "won_duel" is not null`,
        [playerId],
      );
      return { played: Number(counts?.played ?? 0), won: Number(counts?.won ?? 0) };
    },
  };
}

type Condition = readonly [sql: string, ...values: unknown[]];

/** All of it is in the seat's own row, so the history's index serves every filter. */
function conditionsOf(
  playerId: string,
  before: PlayedCursor | null,
  { mode, kind, ranked, outcome, opponent, from, until }: PlayedFilter,
): Condition[] {
  const asked: readonly (Condition | null)[] = [
    [`"player_id" = ?`, playerId],
    // The pair is what the index is ordered by.
    before === null
      ? [`"finished_at" is not null`]
      : [`("finished_at", "match_id") < (?, ?)`, before.finishedAt, before.id],
    given(`"mode" = ?`, mode),
    given(`"kind" = ?`, kind),
    given(`"ranked" = ?`, ranked),
    given(`"outcome" = ?`, outcome),
    given(`"opponent_key" like ?`, opponent && `%${escaped(opponent.toLowerCase())}%`),
    given(`"finished_at" >= ?`, from),
    given(`"finished_at" < ?`, until),
  ];
  return asked.filter((one) => one !== null);
}

/** Null where nothing is asked. */
function given(sql: string, value: unknown): Condition | null {
  return value === undefined || value === null || value === "" ? null : [sql, value];
}

/** For LIKE: user input must not act as a pattern. */
function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`);
}

/** The page first, and only then what belongs to its few matches. */
function listOf(conditions: readonly string[]): string {
  return `select "own".*, "matches"."kind" as "match_kind", "matches"."end_reason", "matches"."shown_at", "other"."name", "other"."sitter",
      "other"."points" as "opponent_points", "accounts"."login"
    from (select "match_id", "seat", "points", "finished_at", "mode", "ranked", "outcome", "rating_before", "rating_after"
      from "match_seats" where ${conditions.join(" and ")}
      order by "finished_at" desc, "match_id" desc limit ?) as "own"
    join "matches" on "matches"."id" = "own"."match_id"
    left join "match_seats" as "other" on "other"."match_id" = "own"."match_id" and "other"."seat" <> "own"."seat"
    left join "accounts" on "accounts"."player_id" = "other"."player_id"`;
}

interface SeatRow {
  readonly match_id: string;
  readonly match_kind: MatchKind;
  readonly points: number;
  readonly finished_at: Date | string;
  readonly mode: Mode | null;
  readonly ranked: boolean;
  readonly outcome: PlayedRow["outcome"] | null;
  readonly rating_before: number | null;
  readonly rating_after: number | null;
  readonly end_reason: string;
  readonly shown_at: Date | string | null;
  readonly name: string | null;
  readonly sitter: StoredSitter | null;
  readonly opponent_points: number | null;
  readonly login: string | null;
}

function read(row: SeatRow): PlayedRow {
  return {
    id: row.match_id,
    kind: row.match_kind,
    mode: row.mode,
    ranked: row.ranked,
    outcome: row.outcome ?? "none",
    ratingBefore: row.rating_before,
    ratingAfter: row.rating_after,
    finishedAt: new Date(row.finished_at),
    shownAt: row.shown_at === null ? null : new Date(row.shown_at),
    endReason: StoredEndReason.parse(row.end_reason),
    points: row.points,
    opponentPoints: row.opponent_points ?? 0,
    won: row.outcome === "won",
    opponent: { name: row.name ?? "", login: row.login, sitter: row.sitter ?? "person" },
  };
}
