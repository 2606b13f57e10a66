// What rooms and routes are handed about matches: results and ratings, whom somebody has met, what is on and may be watched.
// A part of services.ts.

import type { Logger } from "pino";
import type { Orm } from "../../db/open.ts";
import type { Accounts } from "../../db/repositories/accounts.ts";
import { createLeaderboards } from "../../db/repositories/leaderboards.ts";
import { createNotifications } from "../../db/repositories/notifications.ts";
import { createOpponents } from "../../db/repositories/opponents.ts";
import { createRatings } from "../../db/repositories/ratings.ts";
import { Feeds } from "../../rooms/spectate/feeds.ts";
import type { Mode } from "../../schema/modes.ts";
import type { Bus } from "../platform/bus.ts";
import type { CreateTable } from "../match/serve-tables.ts";
import { createLiveMatches } from "../spectate/live-matches.ts";
import { startMatchmaker } from "../matchmaking/start.ts";
import { createNotificationEvents } from "../notifications/notification-events.ts";
import type { RedisClients } from "../platform/redis.ts";
import { startResults } from "../results/start.ts";
import type { Settings } from "../platform/settings.ts";
import { realTimers } from "../platform/timers.ts";

export interface PlayNeeds {
  readonly settings: Settings;
  readonly log: Logger;
  readonly orm: Orm;
  readonly accounts: Accounts;
  readonly bus: Bus;
  readonly redis: RedisClients | null;
  readonly createTable: CreateTable;
  readonly wallClock: () => Date;
}

/** Nobody meets for the third time in a row. */
const REMEMBERED_OPPONENTS = 2;

export async function playServices(needs: PlayNeeds) {
  const { settings, log, orm, accounts, bus, wallClock } = needs;
  const { dataDir, databaseUrl, guestsPerMinute } = settings;
  const ratings = createRatings(orm);
  const boards = createLeaderboards(orm);
  const opponents = createOpponents(orm);
  const live = createLiveMatches(bus, realTimers);
  const notificationEvents = createNotificationEvents(bus);
  const alone = databaseUrl === null;
  const results = await startResults({ orm, dataDir, alone, tell: (ids) => notificationEvents.tell(ids), log });
  const notifications = createNotifications(orm);
  const matchmaker = startMatchmaker(needs);
  return {
    http: {
      matches: results.matches,
      tables: { ratings, tablesPerMinute: guestsPerMinute },
      ratings: { accounts, ratings, boards, wallClock },
      leaderboards: { boards, wallClock },
      notifications: { notifications, events: notificationEvents, wallClock },
      live: { live, watchesPerMinute: guestsPerMinute },
      queues: { matchmaker },
    },
    notices: notificationEvents,
    notifications,
    rooms: {
      matchmaker,
      matches: results.keeper,
      live,
      feeds: new Feeds(),
      async ratingOf(playerId: string, mode: Mode) {
        const rows = (await ratings.of([playerId])).get(playerId) ?? [];
        return rows.find((row) => row.mode === mode) ?? null;
      },
      lastOpponents: (playerId: string) => opponents.last(playerId, REMEMBERED_OPPONENTS),
    },
    async close() {
      matchmaker.close();
      live.close();
      await results.close();
    },
  };
}
