// What the routes about people are handed: their pages, what they have played, who is kept out. A part of services.ts.

import type { Logger } from "pino";
import type { Orm } from "../../db/open.ts";
import { createAccountSecrets } from "../../db/repositories/account-secrets.ts";
import type { AccountRow, Accounts } from "../../db/repositories/accounts.ts";
import { createAchievements } from "../../db/repositories/achievements.ts";
import { createStats } from "../../db/repositories/stats.ts";
import { STRANGERS, createFriends } from "../../db/repositories/friends.ts";
import { createFriendLists } from "../../db/repositories/friend-lists.ts";
import { createPlayed } from "../../db/repositories/played.ts";
import { createRoles } from "../../db/repositories/roles.ts";
import type { BlockList, PeopleDirectory } from "../../rooms/dependencies.ts";
import type { AchievementsOptions } from "../achievements/serve-achievements.ts";
import { createShowAccount } from "../accounts/show-account.ts";
import type { Caller } from "../identity/request-identity.ts";
import type { StatsOptions } from "../stats/serve-stats.ts";
import type { Bus } from "../platform/bus.ts";
import { changeOf, createBlockWatch, createFriendEvents } from "../people/friend-events.ts";
import type { FriendsOptions } from "../people/serve-friends.ts";
import { createVisibleTo } from "../people/visible-to.ts";
import type { CreateLimit } from "../platform/limit.ts";
import type { Revoke } from "../identity/session-revocation.ts";
import type { ModerationOptions } from "../moderation/serve-moderation.ts";
import type { NotificationEvents } from "../notifications/notification-events.ts";
import type { Presence } from "../cluster/presence.ts";
import type { ProfilesOptions } from "../people/serve-profiles.ts";

export interface PeopleNeeds {
  readonly accounts: Accounts;
  readonly bus: Bus;
  readonly revoke: Revoke;
  readonly presence: Pick<Presence, "statusesOf" | "subscribe">;
  readonly createLimit: CreateLimit;
  readonly notices: NotificationEvents;
  readonly wallClock: () => Date;
  readonly log: Logger;
}

export interface PeopleServices {
  readonly http: {
    readonly profiles: ProfilesOptions;
    readonly stats: StatsOptions;
    readonly achievements: AchievementsOptions;
    readonly friends: FriendsOptions;
    readonly moderation: ModerationOptions;
  };
  readonly rooms: { readonly blocks: BlockList; readonly people: PeopleDirectory };
}

export function peopleServices(
  orm: Orm,
  { accounts, bus, revoke, presence, createLimit, notices, wallClock, log }: PeopleNeeds,
): PeopleServices {
  const friends = createFriends(orm);
  const lists = createFriendLists(orm);
  const events = createFriendEvents(bus);
  const visibleTo = createVisibleTo(friends, accounts);
  const between = async (caller: Caller | null, account: AccountRow) =>
    caller === null ? STRANGERS : friends.relation(caller.player.id, account.id);
  return {
    http: {
      stats: { accounts, stats: createStats(orm), between },
      achievements: { accounts, achievements: createAchievements(orm), between },
      profiles: {
        accounts,
        played: createPlayed(orm),
        showAccount: createShowAccount(createAccountSecrets(orm)),
        between,
        presence,
        friendEvents: events,
        wallClock,
      },
      friends: { accounts, friends, lists, presence, visibleTo, events, notices, createLimit, wallClock },
      moderation: { accounts, roles: createRoles(orm), revoke, wallClock, log },
    },
    rooms: {
      blocks: createBlockWatch(friends, events),
      people: {
        friendsOf: (playerId) => lists.friendIds(playerId),
        visibleTo,
        statusesOf: (ids) => presence.statusesOf(ids),
        subscribeToStatuses: (listener) => presence.subscribe(listener),
        subscribeToFriends: (listener) => events.subscribe((one) => listener(changeOf(one))),
        subscribeToNotifications: (listener) => notices.subscribe(listener),
      },
    },
  };
}
