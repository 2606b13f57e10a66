// Friends, requests and blocks over HTTP: schema/http/friends.ts. A player who may not be asked is refused in the same words whatever
// the reason, so that a block shows nowhere.

import type { Accounts } from "../../db/repositories/accounts.ts";
import type { FriendLists, ListedPlayer } from "../../db/repositories/friend-lists.ts";
import type { Asked, Friends } from "../../db/repositories/friends.ts";
import type { PeopleDirectory } from "../../rooms/dependencies.ts";
import { UserError } from "../../rooms/user-error.ts";
import {
  acceptFriend,
  askById,
  askByLogin,
  type AskedReply,
  askFriends,
  block,
  removeFriend,
  unblock,
} from "../../schema/http/friends.ts";
import type { Api } from "../http/serve.ts";
import type { CreateLimit, Spans } from "../platform/limit.ts";
import type { NotificationEvents } from "../notifications/feature.ts";
import type { Presence } from "../cluster/presence.ts";
import { findAccount } from "../identity/find-account.ts";
import type { FriendEvents } from "./friend-events.ts";

/** Of one account. */
const ASKS: Spans = [
  [20, 60],
  [200, 86_400],
];
const CHANGES: Spans = [[60, 60]];

export interface FriendsOptions {
  readonly accounts: Pick<Accounts, "findByLoginKey">;
  readonly friends: Friends;
  readonly lists: FriendLists;
  readonly presence: Pick<Presence, "statusesOf">;
  readonly visibleTo: PeopleDirectory["visibleTo"];
  readonly events: Pick<FriendEvents, "tell">;
  readonly notificationEvents: Pick<NotificationEvents, "tell">;
  readonly createLimit: CreateLimit;
  readonly wallClock: () => Date;
}

export function serveFriends(api: Api, options: FriendsOptions): void {
  serveList(api, options);
  serveRequests(api, options);
  serveBlocks(api, options);
}

function serveList({ serve }: Api, { lists, presence, visibleTo }: FriendsOptions): void {
  serve(askFriends, async ({ caller: { player } }) => {
    const list = await lists.list(player.id);
    const visible = await visibleTo(
      player.id,
      list.friends.map(({ id }) => id),
    );
    const seen = await presence.statusesOf([...visible]);
    return {
      friends: list.friends.map((friend) => {
        const { status = null, lastSeenAt = null } = seen.get(friend.id) ?? {};
        return { ...told(friend), status, lastSeenAt };
      }),
      incoming: list.incoming.map(told),
      outgoing: list.outgoing.map(told),
      blocked: list.blocked.map(told),
    };
  });
}

function serveRequests(
  { serve }: Api,
  { accounts, friends, events, notificationEvents, createLimit, wallClock }: FriendsOptions,
): void {
  const asks = createLimit("friend-asks", ASKS);
  const changes = createLimit("friend-changes", CHANGES);

  async function ask(askerId: string, askedId: string): Promise<AskedReply> {
    const friendship = friendshipAfter(await friends.ask(askerId, askedId, wallClock()));
    events.tell({ kind: "friends", playerIds: [askerId, askedId] });
    notificationEvents.tell([askedId]);
    return { friendship };
  }

  serve(askByLogin, async ({ body, caller: { player } }) => {
    await asks.take(player.id);
    return ask(player.id, (await findAccount(accounts, body.login)).id);
  });

  serve(askById, async ({ params, caller: { player } }) => {
    await asks.take(player.id);
    return ask(player.id, params.id);
  });

  serve(acceptFriend, async ({ params, caller: { player } }) => {
    await changes.take(player.id);
    if (!(await friends.accept(player.id, params.id, wallClock()))) throw new UserError("notFound", {}, 404);
    events.tell({ kind: "friends", playerIds: [player.id, params.id] });
    notificationEvents.tell([params.id]);
  });

  serve(removeFriend, async ({ params, caller: { player } }) => {
    await changes.take(player.id);
    const hasChanged = await friends.remove(player.id, params.id);
    if (hasChanged) events.tell({ kind: "friends", playerIds: [player.id, params.id] });
  });
}

function serveBlocks({ serve }: Api, { friends, events, createLimit, wallClock }: FriendsOptions): void {
  const limit = createLimit("blocks", CHANGES);

  serve(block, async ({ params: { id }, caller: { player } }) => {
    await limit.take(player.id);
    if (id === player.id) throw new UserError("friends.notPossible", {}, 403);
    const blocked = await friends.block(player.id, id, wallClock());
    if (blocked === "nobody") throw new UserError("notFound", {}, 404);
    events.tell({ kind: "block", blockerId: player.id, blockedId: id });
    if (blocked === "parted") events.tell({ kind: "friends", playerIds: [player.id, id] });
  });

  serve(unblock, async ({ params: { id }, caller: { player } }) => {
    await limit.take(player.id);
    await friends.unblock(player.id, id);
    events.tell({ kind: "unblock", blockerId: player.id, blockedId: id });
  });
}

/** @throws UserError 403 `friends.notPossible`, 409 `friends.tooMany` */
function friendshipAfter(asked: Asked): "asked" | "friends" {
  if (asked === "refused") throw new UserError("friends.notPossible", {}, 403);
  if (asked === "tooMany") throw new UserError("friends.tooMany", {}, 409);
  return asked;
}

function told({ since, ...player }: ListedPlayer) {
  return { ...player, since: since.toISOString() };
}
