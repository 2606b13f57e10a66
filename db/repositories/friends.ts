// Friends, requests and blocks. What changes between two players is done with the pair locked, so that what they do at the same
// moment comes one after the other: two who ask each other become friends, and a blocked player never does. Lists for a page:
// friend-lists.ts. What follows from a relation: game-server/people/may.ts.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Friendship, Block } from "../entities/friends.ts";
import { Player } from "../entities/player.ts";
import type { Orm } from "../open.ts";
import { writeNotifications } from "./notifications.ts";

/** Unanswered requests of one player. */
export const MAX_ASKED = 100;

/** What somebody is to another player. `asked` by them, `asking` them. */
export interface Relation {
  readonly isSelf: boolean;
  readonly friendship: "none" | "asked" | "asking" | "friends";
  /** They have blocked the other. */
  readonly blocks: boolean;
  /** The other has blocked them. */
  readonly isBlocked: boolean;
}

export const STRANGERS: Relation = { isSelf: false, friendship: "none", blocks: false, isBlocked: false };

/** The result of a request: it waits, they are friends (already, or because the other had asked), or nothing. */
export type Asked = "asked" | "friends" | "refused" | "tooMany";

/** `parted`: it ended a friendship or a request. `nobody`: there is no such player, or it is oneself. */
export type Blocked = "blocked" | "parted" | "nobody";

export interface Friends {
  /** Asking somebody who has asked accepts. `refused` for a block either way, oneself, and players without an account. */
  ask(askerId: string, askedId: string, now: Date): Promise<Asked>;
  /** False when there is no such request. */
  accept(playerId: string, askerId: string, now: Date): Promise<boolean>;
  /** Ends a friendship, refuses a request or takes it back. False when there was none. */
  remove(playerId: string, otherId: string): Promise<boolean>;
  block(blockerId: string, blockedId: string, now: Date): Promise<Blocked>;
  unblock(blockerId: string, blockedId: string): Promise<void>;
  relation(playerId: string, otherId: string): Promise<Relation>;
  /** To each of the others. */
  relations(playerId: string, otherIds: readonly string[]): Promise<Map<string, Relation>>;
  /** Those who have blocked them. */
  blockersOf(playerId: string): Promise<Set<string>>;
  /** Those whom they have blocked and who have blocked them. */
  blockedEitherWay(playerId: string): Promise<Set<string>>;
}

export function createFriends(orm: Orm): Friends {
  /** Runs with nothing else changing between the two. */
  function between<T>(one: string, other: string, act: (em: SqlEntityManager) => Promise<T>): Promise<T> {
    const em = orm.em.fork() as unknown as SqlEntityManager;
    return em.transactional(async (inside) => {
      const { low, high } = pairOf(one, other);
      await lock(inside, `${low} ${high}`);
      return act(inside);
    });
  }

  const relations = (playerId: string, otherIds: readonly string[]) => readRelations(orm, playerId, otherIds);

  return {
    ask: (askerId, askedId, now) =>
      askerId === askedId
        ? Promise.resolve("refused")
        : between(askerId, askedId, (em) => askInside(em, askerId, askedId, now)),

    accept: (playerId, askerId, now) =>
      between(playerId, askerId, async (em) => {
        const request = { ...pairOf(playerId, askerId), askedBy: askerId, acceptedAt: null };
        if ((await em.nativeUpdate(Friendship, request, { acceptedAt: now })) !== 1) return false;
        await tellOf(em, "friendAccepted", playerId, askerId, now);
        return true;
      }),

    remove: (playerId, otherId) =>
      between(playerId, otherId, async (em) => (await em.nativeDelete(Friendship, pairOf(playerId, otherId))) === 1),

    block: (blockerId, blockedId, now) =>
      blockerId === blockedId
        ? Promise.resolve("nobody")
        : between(blockerId, blockedId, (em) => blockInside(em, blockerId, blockedId, now)),

    unblock: (blockerId, blockedId) =>
      between(blockerId, blockedId, async (em) => {
        await em.nativeDelete(Block, { blocker: blockerId, blocked: blockedId });
      }),

    relation: async (playerId, otherId) => (await relations(playerId, [otherId])).get(otherId) ?? STRANGERS,
    relations,

    async blockersOf(playerId) {
      const rows = await orm.em.fork().find(Block, { blocked: playerId });
      return new Set(rows.map(({ blocker }) => blocker.id));
    },

    async blockedEitherWay(playerId) {
      const rows = await orm.em.fork().find(Block, { $or: [{ blocker: playerId }, { blocked: playerId }] });
      return new Set(rows.map(({ blocker, blocked }) => (blocker.id === playerId ? blocked.id : blocker.id)));
    },
  };
}

/** The pair is locked. */
async function askInside(em: SqlEntityManager, askerId: string, askedId: string, now: Date): Promise<Asked> {
  const pair = pairOf(askerId, askedId);
  const block = {
    $or: [
      { blocker: askerId, blocked: askedId },
      { blocker: askedId, blocked: askerId },
    ],
  };
  if ((await em.count(Player, { id: askedId, kind: "account" })) === 0) return "refused";
  if ((await em.count(Block, block)) > 0) return "refused";
  const row = await em.findOne(Friendship, pair);
  if (row !== null) {
    if (row.acceptedAt !== null) return "friends";
    if (row.askedBy === askerId) return "asked";
    row.acceptedAt = now;
    await em.flush();
    await tellOf(em, "friendAccepted", askerId, askedId, now);
    return "friends";
  }
  // Always after the pair's lock, so that two never wait for each other.
  await lock(em, askerId);
  if ((await em.count(Friendship, { askedBy: askerId, acceptedAt: null })) >= MAX_ASKED) return "tooMany";
  em.create(Friendship, { ...pair, askedBy: askerId, askedAt: now, acceptedAt: null });
  await em.flush();
  await tellOf(em, "friendRequest", askerId, askedId, now);
  return "asked";
}

/** Once a day, however often they ask. */
async function tellOf(
  em: SqlEntityManager,
  kind: "friendRequest" | "friendAccepted",
  fromId: string,
  toId: string,
  now: Date,
): Promise<void> {
  const [from]: { name: string; login: string }[] = await em.execute(
    `select "name", "login" from "players" join "accounts" on "player_id" = "id" where "id" = ?`,
    [fromId],
  );
  if (from === undefined) return;
  const topic = `${kind}:${fromId}:${now.toISOString().slice(0, 10)}`;
  await writeNotifications(em, [{ playerId: toId, about: { kind, from }, topic }], now);
}

/** The pair is locked. */
async function blockInside(em: SqlEntityManager, blockerId: string, blockedId: string, now: Date): Promise<Blocked> {
  if ((await em.count(Player, { id: blockedId })) === 0) return "nobody";
  const parted = await em.nativeDelete(Friendship, pairOf(blockerId, blockedId));
  await em.upsert(
    Block,
    { blocker: blockerId, blocked: blockedId, since: now },
    { onConflictAction: "ignore", onConflictFields: ["blocker", "blocked"] },
  );
  return parted > 0 ? "parted" : "blocked";
}

async function readRelations(orm: Orm, playerId: string, otherIds: readonly string[]): Promise<Map<string, Relation>> {
  const em = orm.em.fork();
  const others = { $in: [...otherIds] };
  const pairs = await em.find(Friendship, {
    $or: [
      { low: playerId, high: others },
      { low: others, high: playerId },
    ],
  });
  const blocks = await em.find(Block, {
    $or: [
      { blocker: playerId, blocked: others },
      { blocker: others, blocked: playerId },
    ],
  });
  const found = new Map<string, Relation>(otherIds.map((id) => [id, { ...STRANGERS, isSelf: id === playerId }]));
  const add = (id: string, part: Partial<Relation>) => found.set(id, { ...(found.get(id) ?? STRANGERS), ...part });
  for (const pair of pairs) add(otherOf(pair, playerId), { friendship: friendshipOf(pair, playerId) });
  for (const { blocker, blocked } of blocks)
    if (blocker.id === playerId) add(blocked.id, { blocks: true });
    else add(blocker.id, { isBlocked: true });
  return found;
}

/** Until the end of the transaction. */
async function lock(em: SqlEntityManager, what: string): Promise<void> {
  await em.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [what]);
}

/** As UUIDs are compared in the database. */
function pairOf(one: string, other: string): { low: string; high: string } {
  return one < other ? { low: one, high: other } : { low: other, high: one };
}

function otherOf({ low, high }: Friendship, playerId: string): string {
  return low.id === playerId ? high.id : low.id;
}

function friendshipOf({ askedBy, acceptedAt }: Friendship, playerId: string): Relation["friendship"] {
  if (acceptedAt !== null) return "friends";
  return askedBy === playerId ? "asked" : "asking";
}
