// What a player's page of friends shows: friends, requests both ways, whom they have blocked, under their current names. What
// changes them: friends.ts.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Orm } from "../open.ts";

/** Of each list; more than a person reads. Those who came last are kept. */
const MAX_LISTED = 500;

export interface ListedPlayer {
  readonly id: string;
  readonly name: string;
  /** Null for a guest. */
  readonly login: string | null;
  readonly avatarId: string | null;
  /** Friends, or asked, or blocked. */
  readonly since: Date;
}

export interface FriendList {
  readonly friends: readonly ListedPlayer[];
  /** Who asks them. */
  readonly incoming: readonly ListedPlayer[];
  /** Whom they asked. */
  readonly outgoing: readonly ListedPlayer[];
  readonly blocked: readonly ListedPlayer[];
}

export interface FriendLists {
  /** In one query. */
  list(playerId: string): Promise<FriendList>;
  friendIds(playerId: string): Promise<string[]>;
}

interface Row {
  readonly list: keyof FriendList;
  readonly id: string;
  readonly name: string;
  readonly login: string | null;
  readonly avatar_id: string | null;
  readonly since: Date | string;
}

const LIST = `
  select "entries"."list", "players"."id", "players"."name", "accounts"."login", "accounts"."avatar_id", "entries"."since"
  from (
    select case when "accepted_at" is not null then 'friends' when "asked_by" = "me" then 'outgoing' else 'incoming' end
        as "list",
      case when "low_id" = "me" then "high_id" else "low_id" end as "id", coalesce("accepted_at", "asked_at") as "since"
    from "friendships", (select cast(? as uuid) as "me") as "caller" where "low_id" = "me" or "high_id" = "me"
    union all
    select 'blocked', "blocked_id", "since" from "blocks" where "blocker_id" = cast(? as uuid)
  ) as "entries"
  join "players" on "players"."id" = "entries"."id"
  left join "accounts" on "accounts"."player_id" = "entries"."id"
  order by "entries"."since" desc, "players"."id"`;

export function createFriendLists(orm: Orm): FriendLists {
  const fork = () => orm.em.fork() as unknown as SqlEntityManager;
  return {
    async list(playerId) {
      const rows: Row[] = await fork().execute(LIST, [playerId, playerId]);
      const of = (list: keyof FriendList) =>
        rows
          .filter((row) => row.list === list)
          .slice(0, MAX_LISTED)
          .map(plain);
      return { friends: of("friends"), incoming: of("incoming"), outgoing: of("outgoing"), blocked: of("blocked") };
    },

    async friendIds(playerId) {
      const rows: { id: string }[] = await fork().execute(
        `select case when "low_id" = "me" then "high_id" else "low_id" end as "id"
         from "friendships", (select cast(? as uuid) as "me") as "caller"
         where ("low_id" = "me" or "high_id" = "me") and "accepted_at" is not null
         order by "accepted_at" desc limit ${MAX_LISTED}`,
        [playerId],
      );
      return rows.map(({ id }) => id);
    },
  };
}

function plain({ id, name, login, avatar_id: avatarId, since }: Row): ListedPlayer {
  return { id, name, login, avatarId, since: new Date(since) };
}
