// When a player was last here: written when they leave, many at a time (game-server/cluster/presence.ts), read for those who are away.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Player } from "../entities/player.ts";
import type { Orm } from "../open.ts";

export interface LastSeen {
  /** In one statement; never moves back. No player twice. */
  write(seen: readonly (readonly [playerId: string, at: Date])[]): Promise<void>;
  /** Of those of the ids that exist. */
  read(ids: readonly string[]): Promise<Map<string, Date>>;
}

export function createLastSeen(orm: Orm): LastSeen {
  return {
    async write(seen) {
      if (seen.length === 0) return;
      const em = orm.em.fork() as unknown as SqlEntityManager;
      await em.execute(
        `update "players" set "last_seen_at" = greatest("players"."last_seen_at", "seen"."at")
         from (values ${seen.map(() => "(cast(? as uuid), cast(? as timestamptz))").join(", ")}) as "seen" ("id", "at")
         where "players"."id" = "seen"."id"`,
        seen.flatMap(([id, at]) => [id, at.toISOString()]),
      );
    },

    async read(ids) {
      if (ids.length === 0) return new Map();
      const rows = await orm.em.fork().find(Player, { id: { $in: [...ids] } }, { fields: ["lastSeenAt"] });
      return new Map(rows.map(({ id, lastSeenAt }) => [id, lastSeenAt]));
    },
  };
}
