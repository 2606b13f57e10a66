// Counts what a result adds to both players' statistics: a ResultWriter (../result-writer.ts). What it adds is passed in, because
// it is read from the match's facts (game-server/results/counters.ts). How all of it is recounted: stats-sum.ts.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { MatchSeat } from "../entities/match-seat.ts";
import type { CountedResult, ResultWriter } from "../result-writer.ts";

export interface CounterChange {
  readonly kind: "mode" | "hour" | "rally" | "place" | "reaction";
  readonly bucket: number;
  readonly won: number;
  readonly lost: number;
}

/** In the order in which their rows are locked. */
export function sortCounters(counters: readonly CounterChange[]): CounterChange[] {
  return counters.toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.bucket - b.bucket));
}

/** What one seat's player has added in one match. */
export interface SeatStats {
  readonly counters: readonly CounterChange[];
  /** Of the rallies of this match. */
  readonly longest: { readonly hits: number; readonly tick: number };
  readonly won: boolean;
}

/** By seat; null when the match counts nothing. */
export type StatsOf = (counted: CountedResult) => readonly SeatStats[] | null;

export function createStatsWriter(figuresOf: StatsOf): ResultWriter {
  return async (em, counted) => {
    const figures = figuresOf(counted);
    if (figures === null) return;
    // Those whose rows are there: a player may have been deleted since. In the order of ids, as everything that is locked is.
    const seats = await em.find(MatchSeat, { match: counted.result.id });
    const players = seats.flatMap(({ player, seat }) => (player ? [{ id: player.id, seat }] : []));
    for (const { id, seat } of players.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      // The record first: its row is the lock of all who write a player's statistics (../repositories/rebuilding.ts).
      await addRecord(em, id, counted.result.id, figures[seat]!);
      await addCounters(em, id, figures[seat]!.counters);
    }
  };
}

export async function addCounters(
  em: SqlEntityManager,
  playerId: string,
  changes: readonly CounterChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const sorted = sortCounters(changes);
  await em.execute(
    `insert into "player_counters" as "mine" ("player_id", "kind", "bucket", "won", "lost")
     values ${sorted.map(() => "(?, ?, ?, ?, ?)").join(", ")}
     on conflict ("player_id", "kind", "bucket") do update
       set "won" = "mine"."won" + excluded."won", "lost" = "mine"."lost" + excluded."lost"`,
    sorted.flatMap(({ kind, bucket, won, lost }) => [playerId, kind, bucket, won, lost]),
  );
}

async function addRecord(
  em: SqlEntityManager,
  playerId: string,
  matchId: string,
  { longest, won }: SeatStats,
): Promise<void> {
  await em.execute(
    `insert into "player_records" as "mine"
       ("player_id", "longest_rally", "longest_match", "longest_tick", "streak", "best_streak") values (?, ?, ?, ?, ?, ?)
     on conflict ("player_id") do update set
       "longest_match" = case when excluded."longest_rally" > "mine"."longest_rally"
         then excluded."longest_match" else "mine"."longest_match" end,
       "longest_tick" = case when excluded."longest_rally" > "mine"."longest_rally"
         then excluded."longest_tick" else "mine"."longest_tick" end,
       "longest_rally" = greatest("mine"."longest_rally", excluded."longest_rally"),
       "streak" = case when ${won} then greatest("mine"."streak", 0) + 1 else least("mine"."streak", 0) - 1 end,
       "best_streak" = greatest("mine"."best_streak", case when ${won} then greatest("mine"."streak", 0) + 1 else 0 end)`,
    [playerId, longest.hits, matchId, longest.tick, won ? 1 : -1, won ? 1 : 0],
  );
}
