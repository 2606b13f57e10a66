// Opens Redis where REDIS_URL says there is one. Away at the start, it keeps the server from starting; away later, it is
// reconnected to, and that is logged once. What goes through it to the other processes: bus.ts.

import { Redis } from "ioredis";
import type { Logger } from "pino";
import { StartupError } from "../../db/errors.ts";

const CONNECT_TIMEOUT_MS = 5_000;
/** Between two tries to come back. */
const RETRY_MS = 500;
/** For what is still to be sent when the server ends. */
const CLOSE_MS = 1_000;

/** Redis can't be reached for now. */
export class RedisAway extends Error {
  constructor() {
    super("Redis is away");
    this.name = "RedisAway";
  }
}

export interface RedisClients {
  /** For everything but listening. Commands wait while Redis is away. */
  readonly commands: Redis;
  /** A connection that listens may do nothing else. */
  readonly subscriber: Redis;
  close(): Promise<void>;
}

/** @throws StartupError when it does not answer */
export async function openRedis(url: string, log: Logger): Promise<RedisClients> {
  const commands = createClient(url);
  const subscriber = createClient(url);
  let problem: unknown = null;
  commands.on("error", (error: unknown) => {
    problem = error;
  });
  // ioredis prints what nobody listens to; the other client says the same.
  subscriber.on("error", () => {});
  try {
    await Promise.all([commands.connect(), subscriber.connect()]);
    await commands.ping();
  } catch (error) {
    commands.disconnect();
    subscriber.disconnect();
    throw new StartupError(
      `Redis at ${new URL(url).host} does not work (${reason(problem ?? error)}): start it, or correct REDIS_URL.`,
      { cause: error },
    );
  }
  const stopWatching = watch(commands, log);
  return {
    commands,
    subscriber,
    async close() {
      stopWatching();
      if (commands.status === "ready") await within(CLOSE_MS, commands.quit());
      commands.disconnect();
      subscriber.disconnect();
    },
  };
}

function createClient(url: string): Redis {
  return new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // A command waits for Redis to come back, however long.
    maxRetriesPerRequest: null,
    retryStrategy: () => RETRY_MS,
  });
}

/** Logs once that it has gone, and once that it is back. */
function watch(client: Redis, log: Logger): () => void {
  let isAway = false;
  const gone = (): void => {
    if (!isAway) log.warn("Redis is away: what other processes should hear waits until it is back");
    isAway = true;
  };
  const back = (): void => {
    if (isAway) log.info("Redis is back");
    isAway = false;
  };
  client.on("close", gone).on("ready", back);
  return () => {
    client.off("close", gone).off("ready", back);
  };
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && error.message === "" ? String(error.code) : error.message;
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([promise, work.catch(() => undefined)]);
  clearTimeout(timer);
}
