// A ChallengeStore in Redis, for several processes. Looking and writing is one script, so that it happens whole. Everything is
// checked when it is read: another version of us may have written it.

import type { Redis } from "ioredis";
import { z } from "zod";
import { ChallengeShape } from "../../rooms/lobby/challenge-events.ts";
import type { ChallengeStore, StoredChallenge } from "../../rooms/lobby/challenge-store.ts";
import { pairKey } from "../../rooms/lobby/challenges.ts";

/** The number goes up when what is kept changes its shape. */
const KEY = "rally:challenges:1";

const Stored = z.object({ challenge: ChallengeShape, stamp: z.string() }) satisfies z.ZodType<StoredChallenge>;

/** A pair, the stamp that stands there ("" for none), what comes instead ("" for nothing). */
const SWAP = `local text = redis.call('hget', KEYS[1], ARGV[1])
  local stamp = text and cjson.decode(text).stamp or ''
  if stamp ~= ARGV[2] then return 0 end
  if ARGV[3] == '' then redis.call('hdel', KEYS[1], ARGV[1]) else redis.call('hset', KEYS[1], ARGV[1], ARGV[3]) end
  return 1`;

export function createRedisChallenges(redis: Redis): ChallengeStore {
  return {
    all: async () => (await redis.hvals(KEY)).flatMap((text) => read(text) ?? []),
    async of(one, other) {
      const text = await redis.hget(KEY, pairKey(one, other));
      return text === null ? null : read(text);
    },
    async swap(pair, before, next) {
      const text = next === null ? "" : JSON.stringify(next);
      return (await redis.eval(SWAP, 1, KEY, pair, before ?? "", text)) === 1;
    },
  };
}

/** Null for anything that isn't ours. */
function read(text: string): StoredChallenge | null {
  try {
    return Stored.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
