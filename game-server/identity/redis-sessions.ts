// Sessions in Redis, for several processes: like db/repositories/sessions.ts, with the same keys. A session is one key that
// expires by itself; a set beside it lists each player's sessions.

import type { ChainableCommander, Redis } from "ioredis";
import { z } from "zod";
import { sessionKey, type SessionRow, type Sessions } from "../../db/repositories/sessions.ts";
import { RedisAway } from "../platform/redis.ts";

const EXTENSION_STEP_MS = 3_600_000;
/** A Redis that takes longer is of no use to a request. */
const PATIENCE_MS = 3_000;

const Stored = z.object({ playerId: z.string().nullable(), data: z.unknown(), expiresAt: z.number() });
type Stored = z.infer<typeof Stored>;

const place = (key: string) => `rally:session:${key}`;
const setOf = (playerId: string) => `rally:sessions-of:${playerId}`;

type Ask = <T>(answer: (client: Redis) => Promise<T>) => Promise<T>;

function createAsk(redis: Redis): Ask {
  return async (answer) => {
    if (redis.status !== "ready") throw new RedisAway();
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new RedisAway()), PATIENCE_MS);
    try {
      return await Promise.race([answer(redis), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Throws RedisAway when Redis can't be reached. */
export function createRedisSessions(redis: Redis): Sessions {
  const ask = createAsk(redis);

  async function find(key: string): Promise<Stored | null> {
    return parse(await ask((client) => client.get(place(key))));
  }

  /** @param only "XX" so that a removed session stays removed */
  async function put(sid: string, stored: Stored, only?: "XX"): Promise<void> {
    const key = sessionKey(sid);
    const text = JSON.stringify(stored);
    const written = await ask((client) =>
      only === undefined
        ? client.set(place(key), text, "PXAT", stored.expiresAt)
        : client.set(place(key), text, "PXAT", stored.expiresAt, only),
    );
    const { playerId, expiresAt } = stored;
    if (written === null || playerId === null) return;
    await ask((client) => all(client.multi().sadd(setOf(playerId), key).pexpireat(setOf(playerId), expiresAt)));
  }

  async function list(playerId: string, now: Date): Promise<SessionRow[]> {
    const keys = await ask((client) => client.smembers(setOf(playerId)));
    const texts = keys.length === 0 ? [] : await ask((client) => client.mget(keys.map(place)));
    return keys.flatMap((key, index) => {
      const stored = parse(texts[index] ?? null);
      const counts = stored !== null && stored.playerId === playerId && stored.expiresAt > now.getTime();
      return counts ? [{ key, data: stored.data, expiresAt: new Date(stored.expiresAt) }] : [];
    });
  }

  return {
    list,
    async read(sid, now) {
      const stored = await find(sessionKey(sid));
      return stored !== null && stored.expiresAt > now.getTime() ? stored.data : null;
    },
    write: (sid, playerId, data, expiresAt) => put(sid, { playerId, data, expiresAt: expiresAt.getTime() }),
    rewrite: (sid, playerId, data, expiresAt) => put(sid, { playerId, data, expiresAt: expiresAt.getTime() }, "XX"),
    async extend(sid, expiresAt) {
      const stored = await find(sessionKey(sid));
      if (stored === null || stored.expiresAt >= expiresAt.getTime() - EXTENSION_STEP_MS) return;
      await put(sid, { ...stored, expiresAt: expiresAt.getTime() }, "XX");
    },
    async remove(sid) {
      await ask((client) => client.del(place(sessionKey(sid))));
    },
    async revoke(playerId, { only, except } = {}) {
      const keys = await ask((client) => client.smembers(setOf(playerId)));
      const those = keys.filter((key) => (only === undefined || key === only) && key !== except);
      if (those.length === 0) return 0;
      const ended = await ask((client) => client.del(those.map(place)));
      await ask((client) => client.srem(setOf(playerId), those));
      return ended;
    },
    // They expire by themselves.
    removeExpired: async () => 0,
  };
}

function parse(text: string | null): Stored | null {
  if (text === null) return null;
  try {
    return Stored.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** @throws Error the first error of the commands */
async function all(commands: ChainableCommander): Promise<void> {
  for (const [error] of (await commands.exec()) ?? []) if (error !== null) throw error;
}
