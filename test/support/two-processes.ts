// Two processes of one server: one database, one Redis, one session key, each reached at a port of its own.

import { NO_POSTGRES, freePort, postgresBin } from "../../scripts/testing/postgres.ts";
import { redisServer, startRedis } from "./redis.ts";
import { type TestServer, startServer } from "./server.ts";
import { newDatabase } from "./shared-postgres.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface TwoProcesses {
  readonly here: TestServer;
  readonly there: TestServer;
  stop(): Promise<void>;
}

/** Null, and a word about it, where there is no PostgreSQL or no Redis to test with. */
export async function startTwoProcesses(): Promise<TwoProcesses | null> {
  if (postgresBin() === null || redisServer() === null) {
    console.warn(NO_POSTGRES);
    return null;
  }
  const redis = await startRedis();
  const databaseUrl = await newDatabase();
  const shared = {
    REDIS_URL: redis.url,
    SESSION_SECRET: "of both processes",
  };
  const start = async (): Promise<TestServer> => {
    const port = String(await freePort());
    const storage = { databaseUrl, dataDir: temporaryFolder() };
    return startServer({ storage, env: { ...shared, PORT: port, PUBLIC_ADDRESS: `127.0.0.1:${port}` } });
  };
  const here = await start();
  const there = await start();
  return {
    here,
    there,
    async stop() {
      for (const server of [here, there]) await server.remove();
      await redis.stop();
    },
  };
}
