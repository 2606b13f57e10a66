// Players: found, made, renamed. One call, one fork of the entity manager.

import { Player } from "../entities/player.ts";
import type { Orm } from "../open.ts";

export interface PlayerRow {
  readonly id: string;
  readonly name: string;
  /** A `bot` is a guest that a program plays for, and never becomes anything else. */
  readonly kind: "guest" | "bot" | "account";
}

export interface Players {
  find(id: string): Promise<PlayerRow | null>;
  /** Those of the ids that exist, in no particular order. */
  findAll(ids: readonly string[]): Promise<PlayerRow[]>;
  /** @param id a new UUID, which may already hold the name @param nameKey what makes two names the same, see schema/player-name.ts */
  createGuest(id: string, name: string, nameKey: string, now: Date, kind?: "guest" | "bot"): Promise<PlayerRow>;
  /** Null when there is no such player. */
  rename(id: string, name: string, nameKey: string, now: Date): Promise<PlayerRow | null>;
}

export function createPlayers(orm: Orm): Players {
  return {
    async find(id) {
      return plain(await orm.em.fork().findOne(Player, { id }));
    },

    async findAll(ids) {
      const rows = await orm.em.fork().find(Player, { id: { $in: [...ids] } });
      return rows.map(({ id, name, kind }) => ({ id, name, kind }));
    },

    async createGuest(id, name, nameKey, now, kind = "guest") {
      const em = orm.em.fork();
      const player = em.create(Player, {
        id,
        name,
        nameKey,
        kind,
        createdAt: now,
        lastSeenAt: now,
      });
      await em.flush();
      return { id: player.id, name: player.name, kind: player.kind };
    },

    async rename(id, name, nameKey, now) {
      const em = orm.em.fork();
      const player = await em.findOne(Player, { id });
      if (player === null) return null;
      player.name = name;
      player.nameKey = nameKey;
      player.lastSeenAt = now;
      await em.flush();
      return plain(player);
    },
  };
}

function plain(player: PlayerRow | null): PlayerRow | null {
  return player === null ? null : { id: player.id, name: player.name, kind: player.kind };
}
