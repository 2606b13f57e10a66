// Recounts what statistics are made of: the facts of matches in batches, then each player's statistics in a transaction of
// their own, while matches are still being written. Whatever writes a player's statistics first locks the row of their record
// (../writers/stats.ts). Here it is held for milliseconds: the sum is made before, and counts if there are still as many matches
// by then, since none is ever taken away. So a match that ends meanwhile is either in the sum or is added to it afterwards, never
// both, and never neither. What to count is passed in: game-server/results/rebuild.ts.

import { isDeepStrictEqual } from "node:util";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Match } from "../entities/match.ts";
import { MatchSeat } from "../entities/match-seat.ts";
import type { Mode } from "../../contract/modes.ts";
import type { EndReason } from "../../contract/matches.ts";
import { StoredEndReason, StoredRules } from "../match-record.ts";
import type { Orm } from "../open.ts";
import { type CounterChange, type SeatStats, addCounters, sortCounters } from "../writers/stats.ts";
import { StatsSum, type RecordSum } from "../writers/stats-sum.ts";

/** A finished match that has a recording. */
export interface RecordedRow {
  readonly id: string;
  readonly recording: Uint8Array;
  readonly recordingHash: string;
  readonly rules: StoredRules;
  readonly winner: number;
  readonly endReason: EndReason;
  readonly seats: readonly { readonly points: number }[];
  /** Null: none yet. */
  readonly facts: unknown;
}

/** One player's part in a match that counts. */
export interface CountedRow {
  readonly matchId: string;
  readonly seat: number;
  readonly mode: Mode | null;
  readonly winner: number;
  readonly finishedAt: Date;
  readonly facts: unknown;
}

export interface Rebuilding {
  /** In the order of ids, those after this one. */
  recorded(after: string | null, atMost: number): Promise<RecordedRow[]>;
  writeFacts(matchId: string, facts: unknown): Promise<void>;
  /** Those who have statistics, or should have. In the order of ids, those after this one. */
  players(after: string | null, atMost: number): Promise<{ id: string; name: string }[]>;
  /** @param figuresOf null of a match that cannot be counted @returns whether anything has changed */
  recount(playerId: string, figuresOf: (row: CountedRow) => SeatStats | null): Promise<boolean>;
}

/** Facts are kilobytes each. */
const BATCH = 200;
/** Before all ids. */
const FIRST = "00000000-0000-0000-0000-000000000000";

export function createRebuilding(orm: Orm): Rebuilding {
  const fork = () => orm.em.fork() as SqlEntityManager;
  return {
    async recorded(after, atMost) {
      const em = fork();
      const rows = await em.find(
        Match,
        { id: { $gt: after ?? FIRST }, status: "finished", recording: { $ne: null } },
        { orderBy: { id: "asc" }, limit: atMost, populate: ["facts", "recording"] },
      );
      const points = await pointsOf(
        em,
        rows.map(({ id }) => id),
      );
      return rows.map(({ id, recording, recordingHash, rules, winner, endReason, facts }) => ({
        id,
        recording: recording!,
        recordingHash,
        rules: StoredRules.parse(rules),
        winner,
        endReason: StoredEndReason.parse(endReason),
        seats: points.get(id) ?? [],
        facts: facts ?? null,
      }));
    },

    async writeFacts(matchId, facts) {
      await fork().nativeUpdate(Match, { id: matchId }, { facts });
    },

    async players(after, atMost) {
      return await fork().execute(
        `select "id", "name" from "players" where "id" > ? and (
           exists (select from "player_records" where "player_id" = "players"."id")
           or exists (select from "player_counters" where "player_id" = "players"."id")
           or exists (select from "match_seats" where "player_id" = "players"."id" and "won_duel" is not null))
         order by "id" limit ?`,
        [after ?? FIRST, atMost],
      );
    },

    async recount(playerId, figuresOf) {
      for (;;) {
        const { sum, matches } = await sumUp(fork(), playerId, figuresOf);
        const settled = await fork().transactional((em) => settle(em, playerId, sum, matches));
        // Otherwise a match has ended in the meantime; players do not end matches faster than they are summed up.
        if (settled !== null) return settled === "changed";
      }
    },
  };
}

/** Null when there are other matches by now than these. */
async function settle(
  em: SqlEntityManager,
  playerId: string,
  sum: StatsSum,
  matches: number,
): Promise<"changed" | "right" | null> {
  const before = await lockStats(em, playerId);
  if (before === null) return "right";
  if ((await countMatches(em, playerId)) !== matches) return null;
  const isRight = isDeepStrictEqual(before, { record: sum.record ?? NO_RECORD, counters: sum.counters });
  if (!isRight) await replace(em, playerId, sum);
  // Nor does a row stay behind that was made to be locked.
  if (sum.record === null) await clear(em, playerId, "player_records");
  return isRight ? "right" : "changed";
}

const NO_RECORD: RecordSum = { longestRally: 0, longestMatch: null, longestTick: 0, streak: 0, bestStreak: 0 };

/** Created where missing. Null when the player has been deleted. */
async function lockStats(
  em: SqlEntityManager,
  playerId: string,
): Promise<{ record: RecordSum; counters: CounterChange[] } | null> {
  await em.execute(
    `insert into "player_records" ("player_id", "longest_rally", "longest_match", "longest_tick", "streak", "best_streak")
     select "id", 0, null, 0, 0, 0 from "players" where "id" = ? on conflict do nothing`,
    [playerId],
  );
  const [record]: RecordSum[] = await em.execute(
    `select "longest_rally" as "longestRally", "longest_match" as "longestMatch", "longest_tick" as "longestTick",
       "streak", "best_streak" as "bestStreak" from "player_records" where "player_id" = ? for update`,
    [playerId],
  );
  if (record === undefined) return null;
  const counters: CounterChange[] = await em.execute(
    `select "kind", "bucket", "won", "lost" from "player_counters" where "player_id" = ?`,
    [playerId],
  );
  // As plain objects, to be compared.
  return { record: { ...record }, counters: sortCounters(counters.map((counter) => ({ ...counter }))) };
}

/** With how many matches it is of. */
async function sumUp(
  em: SqlEntityManager,
  playerId: string,
  figuresOf: (row: CountedRow) => SeatStats | null,
): Promise<{ sum: StatsSum; matches: number }> {
  const sum = new StatsSum();
  let matches = 0;
  let last: CursorRow | undefined;
  for (;;) {
    const rows = await counted(em, playerId, last);
    for (const row of rows) {
      const figures = figuresOf(row);
      if (figures !== null) sum.add(row.matchId, figures);
    }
    matches += rows.length;
    last = rows.at(-1);
    if (rows.length < BATCH) return { sum, matches };
  }
}

/** A player's seats in matches that count. */
const COUNTED = `from "match_seats" as "own" join "matches" on "matches"."id" = "own"."match_id"
  where "own"."player_id" = ? and "matches"."kind" = 'duel' and "matches"."verdict" in ('rated', 'unrated')
    and "matches"."facts" is not null and "own"."finished_at" is not null`;

async function countMatches(em: SqlEntityManager, playerId: string): Promise<number> {
  const [found]: { count: number }[] = await em.execute(`select count(*)::int as "count" ${COUNTED}`, [playerId]);
  return found?.count ?? 0;
}

interface CursorRow extends CountedRow {
  /** When it ended, as finely as the database has it. */
  readonly cursor: string;
}

/** The next ones, in the order in which they ended. */
async function counted(em: SqlEntityManager, playerId: string, after: CursorRow | undefined): Promise<CursorRow[]> {
  const rows: (Omit<CursorRow, "finishedAt"> & { finishedAt: Date | string })[] = await em.execute(
    `select "own"."match_id" as "matchId", "own"."seat", "matches"."mode", "matches"."winner",
       "own"."finished_at" as "finishedAt", "own"."finished_at"::text as "cursor", "matches"."facts" ${COUNTED}
       ${after === undefined ? "" : `and ("own"."finished_at", "own"."match_id", "own"."seat") > (?::timestamptz, ?, ?)`}
     order by "own"."finished_at", "own"."match_id", "own"."seat" limit ${BATCH}`,
    [playerId, ...(after === undefined ? [] : [after.cursor, after.matchId, after.seat])],
  );
  return rows.map((row) => ({ ...row, finishedAt: new Date(row.finishedAt), facts: parsed(row.facts) }));
}

/** Drivers differ in whether they read JSON. */
function parsed(json: unknown): unknown {
  return typeof json === "string" ? JSON.parse(json) : json;
}

async function replace(em: SqlEntityManager, playerId: string, { counters, record }: StatsSum): Promise<void> {
  await clear(em, playerId, "player_counters");
  if (record === null) return;
  const { longestRally, longestMatch, longestTick, streak, bestStreak } = record;
  await em.execute(
    `update "player_records" set "longest_rally" = ?, "longest_match" = ?, "longest_tick" = ?, "streak" = ?,
       "best_streak" = ? where "player_id" = ?`,
    [longestRally, longestMatch, longestTick, streak, bestStreak, playerId],
  );
  await addCounters(em, playerId, counters);
}

async function clear(
  em: SqlEntityManager,
  playerId: string,
  table: "player_records" | "player_counters",
): Promise<void> {
  await em.execute(`delete from "${table}" where "player_id" = ?`, [playerId]);
}

/** By match, by seat. */
async function pointsOf(
  em: SqlEntityManager,
  matchIds: readonly string[],
): Promise<Map<string, { readonly points: number }[]>> {
  const seats = await em.find(MatchSeat, { match: { $in: [...matchIds] } }, { orderBy: { seat: "asc" } });
  return Map.groupBy(seats, ({ match }) => match.id);
}
