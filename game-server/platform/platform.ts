// What every feature is handed: the settings, time, the log, and what reaches other processes. It knows no feature.

import type { Logger } from "pino";
import type { Jobs } from "../../db/repositories/jobs.ts";
import { type Bus, createMemoryBus, createRedisBus } from "./bus.ts";
import { createOrderJob, type OrderJob } from "./jobs/orders.ts";
import { type CreateLimit, createLimits } from "./limit.ts";
import { type AllowOrigin, createAllowOrigin } from "./origins.ts";
import type { RedisClients } from "./redis.ts";
import { createSealer, type Sealer } from "./seal.ts";
import { sessionSecret } from "./session-secret.ts";
import type { Settings } from "./settings.ts";
import { realTimers, type Timers } from "./timers.ts";

export interface Platform {
  readonly settings: Settings;
  readonly log: Logger;
  /** Wall-clock time. */
  readonly wallClock: () => Date;
  /** Monotonic time. */
  readonly timers: Timers;
  readonly bus: Bus;
  /** Null: this is the only process. */
  readonly redis: RedisClients | null;
  readonly createLimit: CreateLimit;
  /** Signs session cookies; other keys are drawn from it. */
  readonly secret: string;
  readonly sealer: Sealer;
  /** Whether players reach us by https. */
  readonly overTls: boolean;
  readonly allowOrigin: AllowOrigin;
  readonly orderJob: OrderJob;
}

export interface PlatformOptions {
  readonly settings: Settings;
  readonly log: Logger;
  readonly redis: RedisClients | null;
  readonly jobs: Pick<Jobs, "add">;
}

/** @throws StartupError without a usable session key */
export async function openPlatform({ settings, log, redis, jobs }: PlatformOptions): Promise<Platform> {
  const secret = sessionSecret(settings);
  const sealer = createSealer(secret);
  return {
    settings,
    log,
    wallClock: () => new Date(),
    timers: realTimers,
    bus: redis === null ? createMemoryBus(log) : await createRedisBus(redis, log),
    redis,
    createLimit: createLimits(redis?.commands ?? null),
    secret,
    sealer,
    overTls: settings.publicUrl?.protocol === "https:",
    allowOrigin: createAllowOrigin(settings.publicUrl),
    orderJob: createOrderJob(jobs, sealer),
  };
}
