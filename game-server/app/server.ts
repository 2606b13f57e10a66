// Puts everything together and runs it: database, Colyseus, HTTP. One per process, because Colyseus keeps its state in
// modules. Started by main.ts.

import { once } from "node:events";
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { Server } from "@colyseus/core";
import type { Logger } from "pino";
import { type Database, openDatabase } from "../../db/open.ts";
import { StartupError } from "../../db/errors.ts";
import { sharedRooms } from "../cluster/shared-rooms.ts";
import { guardRequests, lockDownCors } from "../http/request-guard.ts";
import { colyseusLogger } from "../platform/log.ts";
import { openRedis, type RedisClients } from "../platform/redis.ts";
import { guardSending } from "../platform/sending.ts";
import type { Settings } from "../platform/settings.ts";
import { createTransport } from "../platform/transport.ts";
import { compose } from "./composition.ts";
import { limitMatchmaking, startRooms } from "./rooms.ts";

/** How long rooms get to say goodbye. */
const ROOMS_CLOSE_MS = 5_000;
const HTTP_CLOSE_MS = 2_000;
const DATABASE_CLOSE_MS = 5_000;

export interface RallyServer {
  /** Opens the port. @throws StartupError when it cannot */
  listen(): Promise<void>;
  /** With the real port; after listen(). */
  readonly url: string;
  /** Interrupts what runs, tells the players, and frees everything, within about 12 s. */
  close(): Promise<void>;
}

/** Opens Redis and the database and wires everything. @throws StartupError */
export async function createServer(settings: Settings, log: Logger): Promise<RallyServer> {
  const redis = settings.redisUrl === null ? null : await openRedis(settings.redisUrl, log);
  try {
    return await createOnDatabase(settings, log, redis);
  } catch (error) {
    await redis?.close();
    throw error;
  }
}

async function createOnDatabase(settings: Settings, log: Logger, redis: RedisClients | null): Promise<RallyServer> {
  const database = await openDatabase({
    url: settings.databaseUrl,
    dataDir: settings.dataDir,
    warn: (message) => {
      log.warn(message);
    },
  });
  try {
    return await assemble(settings, log, { database, redis });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function assemble(
  settings: Settings,
  log: Logger,
  { database, redis }: { readonly database: Database; readonly redis: RedisClients | null },
): Promise<RallyServer> {
  const composition = await compose({ settings, log, database, redis });
  const { features, forRooms, limitJoins } = composition;
  const { allowOrigin } = forRooms;
  const http = createHttpServer();
  const transport = createTransport(http, allowOrigin, log);
  let closing = false;
  let stopRooms = (): void => {};

  const colyseus = new Server({
    transport,
    ...sharedRooms(settings, redis),
    greet: false,
    gracefullyShutdown: false,
    logger: colyseusLogger(log),
    express: (app) => composition.addRoutes(app, () => closing),
  });
  limitColyseus();

  async function close(): Promise<void> {
    if (closing) return;
    closing = true;
    for (const feature of features) feature.interrupt?.();
    await withinTime("rooms", ROOMS_CLOSE_MS, colyseus.gracefullyShutdown(false), log);
    stopRooms();
    http.closeAllConnections();
    await withinTime("http", HTTP_CLOSE_MS, closed(http), log);
    await withinTime("database", DATABASE_CLOSE_MS, closeInTurn([composition, database, redis]), log);
  }

  return {
    async listen() {
      await openPort(colyseus, http, settings, () => {
        guardRequests(http, { allowOrigin, limitJoins });
      });
      stopRooms = await startRooms(colyseus, features, forRooms);
    },
    get url() {
      const address = http.address();
      const port = address === null || typeof address === "string" ? settings.port : address.port;
      return `http://localhost:${port}`;
    },
    close,
  };
}

/** What its defaults leave open. */
function limitColyseus(): void {
  lockDownCors();
  limitMatchmaking();
  guardSending();
}

async function closeInTurn(parts: readonly ({ close(): Promise<void> } | null)[]): Promise<void> {
  for (const part of parts) await part?.close();
}

/** @param bound called once Colyseus has bound its routes, before the first request can come in */
async function openPort(colyseus: Server, http: HttpServer, settings: Settings, bound: () => void): Promise<void> {
  const failed = once(http, "error").then(([error]) => {
    throw portProblem(settings, error);
  });
  await Promise.race([colyseus.listen(settings.port, settings.host, undefined, bound), failed]);
  // From now on it is no longer a start-up error, and without a listener it would end the process.
  failed.catch(() => {});
}

async function closed(http: HttpServer): Promise<void> {
  if (!http.listening) return;
  http.close();
  await once(http, "close");
}

function portProblem({ port, host }: Settings, error: unknown): StartupError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const problems: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken by another program: stop it, or set PORT to another number.`,
    EACCES: `Port ${port} needs special permissions: set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: correct HOST, or leave it out.`,
    ENOTFOUND: `This machine has no address ${host}: correct HOST, or leave it out.`,
  };
  return new StartupError(
    problems[code] ?? `The server cannot listen on ${host}:${port} (${code}): correct PORT and HOST.`,
    {
      cause: error,
    },
  );
}

/** Waits at most this long, and never throws: the rest of the shutdown has to happen in any case. */
async function withinTime(what: string, ms: number, work: Promise<unknown>, log: Logger): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<"late">();
  const timer = setTimeout(resolve, ms, "late");
  try {
    if ((await Promise.race([work, promise])) === "late") log.warn({ what, ms }, "shutdown goes on without");
  } catch (error) {
    log.error({ err: error, what }, "shutdown goes on after a fault");
  } finally {
    clearTimeout(timer);
  }
}
