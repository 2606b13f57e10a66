// Everything but the port, on an open database: the platform, identity, the features, and the work that goes on beside
// requests. server.ts listens for it; tests use the very same.

import type { Application } from "express";
import type { Logger } from "pino";
import type { Database } from "../../db/open.ts";
import type { Jobs } from "../../db/repositories/jobs.ts";
import { openStores } from "../../db/stores.ts";
import type { RoomDependencies } from "../../rooms/dependencies.ts";
import { DONE_JOBS_KEPT_DAYS, GIVEN_UP_JOBS_KEPT_DAYS } from "../../schema/retention.ts";
import { createPresence } from "../cluster/presence.ts";
import type { Feature } from "../http/feature.ts";
import { createJoinLimit, type LimitJoins } from "../http/join-limit.ts";
import { createIdentityServices } from "../identity/identity.ts";
import { type CleanUp, daysBefore, startCleanUp } from "../platform/clean-up.ts";
import { startWorker } from "../platform/jobs/worker.ts";
import { openPlatform } from "../platform/platform.ts";
import type { RedisClients } from "../platform/redis.ts";
import type { Settings } from "../platform/settings.ts";
import { createFeatures } from "./features.ts";
import { addRoutes } from "./routes.ts";

export interface Composition {
  readonly features: readonly Feature[];
  readonly forRooms: Omit<RoomDependencies, "wakeTimers">;
  readonly limitJoins: LimitJoins;
  /** @param isClosing whether the server is shutting down and takes on nothing new */
  addRoutes(app: Application, isClosing: () => boolean): void;
  /** To be called once the rooms are gone. Leaves the database and Redis open. */
  close(): Promise<void>;
}

export interface CompositionOptions {
  readonly settings: Settings;
  readonly log: Logger;
  readonly database: Database;
  readonly redis: RedisClients | null;
}

/** @throws StartupError without a usable session key */
export async function compose({ settings, log, database, redis }: CompositionOptions): Promise<Composition> {
  const stores = openStores(database.orm);
  const platform = await openPlatform({ settings, log, redis, jobs: stores.jobs });
  const { bus, sealer, timers, wallClock, allowOrigin } = platform;
  const presence = createPresence({ ...platform, lastSeen: stores.lastSeen });
  const identity = createIdentityServices(platform, stores, presence);
  const { all: features, forRooms } = await createFeatures(platform, stores, { orm: database.orm, identity, presence });
  const worker = startWorker({ jobs: stores.jobs, sealer, handlers: merged(features.map(({ jobs }) => jobs)), log });
  const chores = merged([jobsCleanUp(stores.jobs), ...features.map(({ cleanUp }) => cleanUp)]);
  const stopCleanUp = startCleanUp(chores, log, wallClock);
  return {
    features,
    limitJoins: createJoinLimit(platform),
    forRooms: {
      ...forRooms,
      identify: identity.identifySocket,
      connections: identity.connections,
      allowOrigin,
      log,
      clock: timers,
      times: settings,
    },
    addRoutes(app, isClosing) {
      const health = { databaseAnswers: () => database.answers(), isClosing };
      addRoutes(app, { platform, identity, features, health });
    },
    async close() {
      stopCleanUp();
      await presence.close();
      // Begun in reverse order and awaited together: they have only a few seconds in all.
      await Promise.all([worker.stop(), ...features.toReversed().map(async (feature) => feature.close?.())]);
      bus.close();
    },
  };
}

function jobsCleanUp(jobs: Jobs): CleanUp {
  return {
    "jobs that are over": (now) =>
      jobs.removeEnded(daysBefore(now, DONE_JOBS_KEPT_DAYS), daysBefore(now, GIVEN_UP_JOBS_KEPT_DAYS)),
  };
}

function merged<T>(parts: readonly (Readonly<Record<string, T>> | undefined)[]): Readonly<Record<string, T>> {
  return Object.assign({}, ...parts) as Readonly<Record<string, T>>;
}
