// How often something may be tried: per minute, per quarter of an hour, per day. Those who keep trying wait ever
// longer, and are told how long. In memory, or in Redis where several processes share it.

import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { UserError } from "../../rooms/user-error.ts";

/** So many times in so many seconds; the shortest span first. */
export type Spans = readonly (readonly [times: number, seconds: number])[];

export interface Limit {
  /** Counts one try, before it is made, so that many at once do not slip through. @throws UserError 429 with the wait in seconds */
  take(key: string): Promise<void>;
  /** Gives the tries back after a success. */
  forget(key: string): Promise<void>;
}

/** @param name what is limited; one of a kind */
export type CreateLimit = (name: string, spans: Spans) => Limit;

/** @param redis null: each process counts for itself, and there is only one */
export function createLimits(redis: Redis | null): CreateLimit {
  return (name, spans) => {
    const limiters = spans.map(([points, duration]) => {
      const options = { points, duration, keyPrefix: `rally:limit:${name}:${duration}` };
      if (redis === null) return new RateLimiterMemory(options);
      // While Redis is away each process counts for itself rather than not at all.
      const insuranceLimiter = new RateLimiterMemory(options);
      return new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true, insuranceLimiter });
    });
    return {
      async take(key) {
        // One that the short span refuses is not counted against the long ones: waiting as told is enough.
        for (const limiter of limiters) {
          try {
            await limiter.consume(key);
          } catch (refusal) {
            if (!(refusal instanceof RateLimiterRes)) throw refusal;
            throw tooMany(refusal.msBeforeNext);
          }
        }
      },
      async forget(key) {
        for (const limiter of limiters) await limiter.delete(key);
      },
    };
  };
}

function tooMany(waitMs: number): UserError {
  return new UserError("tooMany", { seconds: Math.max(1, Math.ceil(waitMs / 1000)) }, 429);
}
