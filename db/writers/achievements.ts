// Awards both players' achievements, once each, and notifies them: a ResultWriter (../result-writer.ts). What is earned is
// decided by ranking/achievements.ts, which is passed in. Runs after the writers of statistics and head-to-heads.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Achievement } from "../../contract/achievements.ts";
import { MatchSeat } from "../entities/match-seat.ts";
import { writeNotifications } from "../repositories/notifications.ts";
import type { CountedResult, ResultWriter } from "../result-writer.ts";

/** All that a player has, this match included. */
export interface StatsAfter {
  /** Duels won, by the bucket of the counter `mode` (game-server/results/counters.ts). */
  readonly wins: ReadonlyMap<number, number>;
  readonly bestStreak: number;
  /** How many different people they have met. */
  readonly opponents: number;
}

/** Names of what the player of a seat has earned by now; null when the match counts nothing. */
export type EarnedOf = (counted: CountedResult) => ((seat: number, after: StatsAfter) => readonly Achievement[]) | null;

export function createAchievementsWriter(earnedOf: EarnedOf): ResultWriter {
  return async (em, counted) => {
    const earned = earnedOf(counted);
    if (earned === null) return;
    // Those whose rows are there: a player may have been deleted since. In the order of ids, as everything that is locked is.
    const seats = await em.find(MatchSeat, { match: counted.result.id });
    const players = seats.flatMap(({ player, seat }) => (player ? [{ id: player.id, seat }] : []));
    for (const { id, seat } of players.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      await give(em, id, earned(seat, await statsAfter(em, id)), counted.result);
    }
  };
}

async function statsAfter(em: SqlEntityManager, playerId: string): Promise<StatsAfter> {
  const wins: { bucket: number; won: number }[] = await em.execute(
    `select "bucket", "won" from "player_counters" where "player_id" = ? and "kind" = 'mode'`,
    [playerId],
  );
  const [counts]: { streak: number | null; opponents: string | number }[] = await em.execute(
    `select (select "best_streak" from "player_records" where "player_id" = ?) as "streak",
       (select count(*) from "head_to_heads" where "low_id" = ? or "high_id" = ?) as "opponents"`,
    [playerId, playerId, playerId],
  );
  return {
    wins: new Map(wins.map(({ bucket, won }) => [bucket, won])),
    bestStreak: counts?.streak ?? 0,
    opponents: Number(counts?.opponents ?? 0),
  };
}

async function give(
  em: SqlEntityManager,
  playerId: string,
  names: readonly string[],
  { id: matchId, finishedAt }: CountedResult["result"],
): Promise<void> {
  if (names.length === 0) return;
  const given: { achievement: Achievement }[] = await em.execute(
    `insert into "player_achievements" ("player_id", "achievement", "match_id", "earned_at")
     values ${names.map(() => "(?, ?, ?, ?)").join(", ")}
     on conflict ("player_id", "achievement") do nothing returning "achievement"`,
    names.flatMap((name) => [playerId, name, matchId, finishedAt]),
    "all",
  );
  const notifications = given.map(({ achievement }) => ({
    playerId,
    about: { kind: "achievement" as const, achievement, matchId },
    topic: `achievement:${achievement}`,
  }));
  await writeNotifications(em, notifications, finishedAt);
}
