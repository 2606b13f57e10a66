// People to one another: their pages, friends and blocks, who sees what of whom, and who is here of those whom somebody may see.

import type { Accounts } from "../../db/repositories/accounts.ts";
import { STRANGERS, type Friends } from "../../db/repositories/friends.ts";
import type { Stores } from "../../db/stores.ts";
import type { BlockList, PeopleDirectory } from "../../rooms/dependencies.ts";
import { createPeopleRoom } from "../../rooms/people/people-room.ts";
import { PEOPLE_ROOM } from "../../schema/rooms.ts";
import { type ShowAccount, privacyOf } from "../accounts/feature.ts";
import type { Presence } from "../cluster/presence.ts";
import type { Feature } from "../http/feature.ts";
import type { NotificationEvents } from "../notifications/feature.ts";
import type { Platform } from "../platform/platform.ts";
import { changeOf, createBlockWatch, createFriendEvents } from "./friend-events.ts";
import { may } from "./may.ts";
import type { Between } from "./see-history.ts";
import { serveFriends } from "./serve-friends.ts";
import { serveProfiles } from "./serve-profiles.ts";

export { may, type Permission } from "./may.ts";
export { type Between, findSeenHistory, maySeeHistory, type SeenHistoryOptions } from "./see-history.ts";

export interface PeopleNeeds {
  readonly presence: Pick<Presence, "statusesOf" | "subscribe">;
  readonly notificationEvents: NotificationEvents;
  readonly showAccount: ShowAccount;
}

export interface PeopleFeature extends Feature {
  readonly between: Between;
  readonly blocks: BlockList;
  readonly directory: PeopleDirectory;
}

export function createPeople(platform: Platform, stores: Stores, needs: PeopleNeeds): PeopleFeature {
  const { bus, createLimit, wallClock } = platform;
  const { accounts, friends, friendLists: lists, played } = stores;
  const { presence, notificationEvents, showAccount } = needs;
  const events = createFriendEvents(bus);
  const visibleTo = createVisibleTo(friends, accounts);
  const between: Between = async (caller, account) =>
    caller === null ? STRANGERS : friends.relation(caller.player.id, account.id);
  const people: PeopleDirectory = {
    friendsOf: (playerId) => lists.friendIds(playerId),
    visibleTo,
    statusesOf: (ids) => presence.statusesOf(ids),
    subscribeToStatuses: (listener) => presence.subscribe(listener),
    subscribeToFriends: (listener) => events.subscribe((one) => listener(changeOf(one))),
    subscribeToNotifications: (listener) => notificationEvents.subscribe(listener),
  };
  return {
    between,
    blocks: createBlockWatch(friends, events),
    directory: people,
    routes(api) {
      serveProfiles(api, { accounts, played, showAccount, between, presence, friendEvents: events, wallClock });
      serveFriends(api, {
        accounts,
        friends,
        lists,
        presence,
        visibleTo,
        events,
        notificationEvents,
        createLimit,
        wallClock,
      });
    },
    rooms(dependencies) {
      return [{ name: PEOPLE_ROOM, room: createPeopleRoom({ ...dependencies, people }), isAlwaysOpen: true }];
    },
  };
}

/** Whose status somebody may see, of many at once; never guests', who have no page: only the lobby shows them. */
function createVisibleTo(
  friends: Pick<Friends, "relations">,
  accounts: Pick<Accounts, "findAll">,
): PeopleDirectory["visibleTo"] {
  return async (viewerId, ids) => {
    if (ids.length === 0) return new Set();
    const relations = await friends.relations(viewerId, ids);
    const visible = (await accounts.findAll(ids)).filter((account) =>
      may("seeStatus", relations.get(account.id) ?? STRANGERS, privacyOf(account)),
    );
    return new Set(visible.map(({ id }) => id));
  };
}
