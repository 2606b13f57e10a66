// Whom somebody has met lately, so that they do not meet for the third time in a row.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Orm } from "../open.ts";

export interface Opponents {
  /** Ids of the opponents in their last duels, the last one first. */
  last(playerId: string, atMost: number): Promise<string[]>;
}

export function createOpponents(orm: Orm): Opponents {
  return {
    async last(playerId, atMost) {
      const rows: { opponent: string | null }[] = await (orm.em.fork() as SqlEntityManager).execute(
        `select (select "other"."player_id" from "match_seats" as "other"
            where "other"."match_id" = "own"."match_id" and "other"."seat" <> "own"."seat") as "opponent"
         from "match_seats" as "own"
         where "own"."player_id" = ? and "own"."finished_at" is not null and "own"."kind" = 'duel'
         order by "own"."finished_at" desc, "own"."match_id" desc limit ?`,
        [playerId, atMost],
      );
      return rows.flatMap(({ opponent }) => opponent ?? []);
    },
  };
}
