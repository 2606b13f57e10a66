// A player's statistics, as they were counted with each result (../writers/stats.ts): nothing here reads a match to count it.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Match } from "../entities/match.ts";
import type { Mode } from "../../contract/modes.ts";
import type { Orm } from "../open.ts";
import type { CounterChange } from "../writers/stats.ts";

export interface PlayerStats {
  readonly counters: readonly CounterChange[];
  readonly record: {
    readonly longestRally: number;
    readonly longestMatch: string | null;
    readonly longestTick: number;
    readonly streak: number;
    readonly bestStreak: number;
  } | null;
  /** Those met most often. */
  readonly opponents: readonly { name: string; login: string | null; won: number; lost: number }[];
}

export interface RatingPoint {
  readonly at: Date;
  readonly rating: number;
  readonly deviation: number;
  readonly matchId: string;
}

export interface Stats {
  of(playerId: string): Promise<PlayerStats>;
  /** The ratings after rated matches, in order; at most so many, spread evenly, the last one included. */
  ratings(playerId: string, mode: Mode, atMost: number): Promise<RatingPoint[]>;
  /** MatchFacts; null where there are none. */
  facts(matchId: string): Promise<unknown>;
}

const MOST_OPPONENTS = 10;

export function createStats(orm: Orm): Stats {
  const fork = () => orm.em.fork() as SqlEntityManager;
  return {
    async of(playerId) {
      const em = fork();
      const counters: CounterChange[] = await em.execute(
        `select "kind", "bucket", "won", "lost" from "player_counters" where "player_id" = ?`,
        [playerId],
      );
      const [record]: NonNullable<PlayerStats["record"]>[] = await em.execute(
        `select "longest_rally" as "longestRally", "longest_match" as "longestMatch", "longest_tick" as "longestTick",
           "streak", "best_streak" as "bestStreak" from "player_records" where "player_id" = ?`,
        [playerId],
      );
      return { counters, record: record ?? null, opponents: await opponentsOf(em, playerId) };
    },

    async ratings(playerId, mode, atMost) {
      const rows: (Omit<RatingPoint, "at"> & { at: Date | string })[] = await fork().execute(
        `select "at", "rating", "deviation", "matchId" from (
           select "finished_at" as "at", "rating_after" as "rating", "deviation_after" as "deviation", "match_id" as "matchId",
             row_number() over (order by "finished_at" desc) - 1 as "back", count(*) over () as "count"
           from "match_seats" where "player_id" = ? and "mode" = ? and "rating_after" is not null) as "all"
         where "back" % greatest(1, ceil("count"::numeric / ?)::int) = 0 order by "at"`,
        [playerId, mode, atMost],
      );
      return rows.map((row) => ({ ...row, at: new Date(row.at) }));
    },

    async facts(matchId) {
      const match = await fork().findOne(Match, { id: matchId, status: "finished" }, { populate: ["facts"] });
      return match?.facts ?? null;
    },
  };
}

function opponentsOf(em: SqlEntityManager, playerId: string): Promise<PlayerStats["opponents"]> {
  return em.execute(
    `select "players"."name", "accounts"."login", "met"."won", "met"."lost" from (
       select * from (
         select "high_id" as "id", "low_won" as "won", "high_won" as "lost" from "head_to_heads" where "low_id" = ?
         union all
         select "low_id", "high_won", "low_won" from "head_to_heads" where "high_id" = ?) as "all"
       order by "won" + "lost" desc, "id" limit ${MOST_OPPONENTS}) as "met"
     join "players" on "players"."id" = "met"."id" left join "accounts" on "accounts"."player_id" = "met"."id"
     order by "met"."won" + "met"."lost" desc, "met"."id"`,
    [playerId, playerId],
  );
}
