// All features, and what each needs from others. A new one is a folder with a feature.ts, and a line here.

import type { Orm } from "../../db/open.ts";
import type { Stores } from "../../db/stores.ts";
import type { RoomDependencies } from "../../rooms/dependencies.ts";
import { createAccounts } from "../accounts/feature.ts";
import { createAchievements } from "../achievements/feature.ts";
import { createAvatars } from "../avatars/feature.ts";
import type { Presence } from "../cluster/presence.ts";
import type { Feature } from "../http/feature.ts";
import type { IdentityServices } from "../identity/identity.ts";
import { createLeaderboards } from "../leaderboards/feature.ts";
import { createLobby } from "../lobby/feature.ts";
import { createMail } from "../mail/feature.ts";
import { createMatch } from "../match/feature.ts";
import { createMatchmaking } from "../matchmaking/feature.ts";
import { createModeration } from "../moderation/feature.ts";
import { createNotifications } from "../notifications/feature.ts";
import { createPeople } from "../people/feature.ts";
import type { Platform } from "../platform/platform.ts";
import { createReports } from "../reports/feature.ts";
import { createResults } from "../results/feature.ts";
import { createSpectate } from "../spectate/feature.ts";
import { createStats } from "../stats/feature.ts";

export interface FeaturesNeeds {
  readonly orm: Orm;
  readonly identity: IdentityServices;
  readonly presence: Presence;
}

export interface Features {
  /** Each comes after those it needs. */
  readonly all: readonly Feature[];
  /** What the rooms get from them. */
  readonly forRooms: Pick<
    RoomDependencies,
    "blocks" | "matches" | "feeds" | "openSpectateRoom" | "live" | "matchLocks"
  >;
}

export async function createFeatures(
  platform: Platform,
  stores: Stores,
  { orm, identity, presence }: FeaturesNeeds,
): Promise<Features> {
  const mail = createMail(platform);
  const notifications = createNotifications(platform, stores);
  const notificationEvents = notifications.events;
  const accounts = await createAccounts(platform, stores, { identity, post: mail.post });
  const people = createPeople(platform, stores, { presence, notificationEvents, showAccount: accounts.showAccount });
  const { between, blocks } = people;
  const results = await createResults(platform, stores, { orm, notificationEvents, between });
  const match = createMatch(platform, stores);
  const matchmaking = createMatchmaking(platform, stores, match);
  const spectate = createSpectate(platform, people);
  const lobby = createLobby(platform, stores, {
    presence,
    notificationEvents,
    blocks,
    people: people.directory,
    live: spectate.live,
    createTable: match.createTable,
    lastOpponents: matchmaking.lastOpponents,
  });
  return {
    all: [
      mail,
      notifications,
      accounts,
      createAvatars(platform, stores),
      people,
      createModeration(platform, stores, identity),
      results,
      createStats(stores, people),
      createAchievements(stores, people),
      createLeaderboards(platform, stores),
      match,
      matchmaking,
      spectate,
      lobby,
      createReports(platform, stores),
    ],
    forRooms: {
      blocks,
      matches: results.keeper,
      feeds: spectate.feeds,
      openSpectateRoom: (tableId) => spectate.openSpectateRoom(tableId),
      live: spectate.live,
      matchLocks: matchmaking.matchmaker,
    },
  };
}
