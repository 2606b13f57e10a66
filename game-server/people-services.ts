// What the routes about people are handed: their pages, what they have played, who is kept out. A part of services.ts.

import type { Logger } from "pino";
import type { Orm } from "../db/open.ts";
import { createAccountSecrets } from "../db/repositories/account-secrets.ts";
import type { AccountRow, Accounts } from "../db/repositories/accounts.ts";
import { createAchievements } from "../db/repositories/achievements.ts";
import { createFigures } from "../db/repositories/figures.ts";
import { STRANGERS, createFriends } from "../db/repositories/friends.ts";
import { createFriendLists } from "../db/repositories/friend-lists.ts";
import { createPlayed } from "../db/repositories/played.ts";
import { createRoles } from "../db/repositories/roles.ts";
import type { BlockWatch, PeopleWatch } from "../rooms/dependencies.ts";
import type { AchievementsOptions } from "./achievements/serve-achievements.ts";
import { createShowAccount } from "./auth/show-account.ts";
import type { Caller } from "./callers.ts";
import type { FiguresOptions } from "./figures/serve-figures.ts";
import type { Bus } from "./bus.ts";
import { changeOf, createBlockWatch, createFriendNewspaper } from "./friends/news.ts";
import type { FriendsOptions } from "./friends/serve-friends.ts";
import { createVisibleTo } from "./friends/visible-to.ts";
import type { CreateLimit } from "./limits/limit.ts";
import type { Revoke } from "./live.ts";
import type { ModerationOptions } from "./moderation/serve-moderation.ts";
import type { NoticeNews } from "./notifications/news.ts";
import type { Presence } from "./presence.ts";
import type { ProfilesOptions } from "./profiles/serve-profiles.ts";

export interface PeopleNeeds {
  readonly accounts: Accounts;
  readonly bus: Bus;
  readonly revoke: Revoke;
  readonly presence: Pick<Presence, "statusesOf" | "watch">;
  readonly createLimit: CreateLimit;
  readonly notices: NoticeNews;
  readonly today: () => Date;
  readonly log: Logger;
}

export interface PeopleServices {
  readonly http: {
    readonly profiles: ProfilesOptions;
    readonly figures: FiguresOptions;
    readonly achievements: AchievementsOptions;
    readonly friends: FriendsOptions;
    readonly moderation: ModerationOptions;
  };
  readonly rooms: { readonly blocks: BlockWatch; readonly people: PeopleWatch };
}

export function peopleServices(
  orm: Orm,
  { accounts, bus, revoke, presence, createLimit, notices, today, log }: PeopleNeeds,
): PeopleServices {
  const friends = createFriends(orm);
  const lists = createFriendLists(orm);
  const news = createFriendNewspaper(bus);
  const visibleTo = createVisibleTo(friends, accounts);
  const between = async (caller: Caller | null, account: AccountRow) =>
    caller === null ? STRANGERS : friends.relation(caller.player.id, account.id);
  return {
    http: {
      figures: { accounts, figures: createFigures(orm), between },
      achievements: { accounts, achievements: createAchievements(orm), between },
      profiles: {
        accounts,
        played: createPlayed(orm),
        showAccount: createShowAccount(createAccountSecrets(orm)),
        between,
        presence,
        news,
        today,
      },
      friends: { accounts, friends, lists, presence, visibleTo, news, notices, createLimit, today },
      moderation: { accounts, roles: createRoles(orm), revoke, today, log },
    },
    rooms: {
      blocks: createBlockWatch(friends, news),
      people: {
        friendsOf: (playerId) => lists.friendIds(playerId),
        visibleTo,
        statusesOf: (ids) => presence.statusesOf(ids),
        watchStatuses: (listener) => presence.watch(listener),
        watchFriends: (listener) => news.watch((one) => listener(changeOf(one))),
        watchNotices: (listener) => notices.watch(listener),
      },
    },
  };
}
