// Everything that needs no socket: repositories, sessions, who is online, and what rooms and routes get of it.

import type { Logger } from "pino";
import type { Database } from "../db/open.ts";
import { createAccounts } from "../db/repositories/accounts.ts";
import { createPlayers } from "../db/repositories/players.ts";
import { createReports } from "../db/repositories/reports.ts";
import { createSessions } from "../db/repositories/sessions.ts";
import { createReportKeeper } from "../db/report-keeper.ts";
import { createAvatarServices } from "./avatars/avatar-services.ts";
import { createAccountServices } from "./account-services.ts";
import { createArrive } from "./arrivals.ts";
import { type Bus, createMemoryBus, createRedisBus } from "./bus.ts";
import { createCallerOf } from "./callers.ts";
import { startCleanUp } from "./clean-up.ts";
import { createLive } from "./live.ts";
import { createOnline } from "./online.ts";
import { createRedisSessions } from "./redis-sessions.ts";
import { lobbyServices } from "./lobby-services.ts";
import { peopleServices } from "./people-services.ts";
import type { RedisClients } from "./redis.ts";
import { createTable } from "./rooms.ts";
import { sessionSecret } from "./session-secret.ts";
import { SessionStore, sessionCookie } from "./session-store.ts";
import { playServices } from "./play-services.ts";
import type { Settings } from "./settings.ts";
import { createWhoIs } from "./who-is.ts";

const today = () => new Date();
const monotonic = () => performance.now();

export type Services = Awaited<ReturnType<typeof createServices>>;

/** @throws StartupError without a usable session key */
export async function createServices(
  settings: Settings,
  log: Logger,
  { database, redis }: { readonly database: Database; readonly redis: RedisClients | null },
) {
  const secret = sessionSecret(settings);
  const { players, accounts, sessions, reports } = createStores(database, redis);
  const reportKeeper = createReportKeeper({ reports, log });
  const bus = await openBus(redis, log);
  const online = createOnline(monotonic);
  const { presence, connections, revoke } = createLive({ orm: database.orm, bus, online, sessions, today, log });
  const arrive = createArrive({ players, accounts, online, today });
  const callerOf = createCallerOf({ accounts, arrive, today });
  const plain = ofSettings(settings);

  const play = await playServices({ settings, log, orm: database.orm, accounts, bus, redis, createTable, today });
  const { notices, notifications } = play;
  const shared = { settings, log, database, redis, secret, accounts, sessions, online, revoke, notices, today };
  const { auth, mail } = await createAccountServices(shared);
  const social = { ...shared, bus, presence, players, createLimit: auth.createLimit };
  const people = peopleServices(database.orm, social);
  const lobby = lobbyServices(database.orm, { ...social, ...people.rooms, ...play.rooms, notifications, createTable });
  const avatars = createAvatarServices(settings.dataDir, database.orm, auth);
  const kept = { secrets: auth.secrets, jobs: mail.jobs, avatars: avatars.cleanUp, notifications };
  const stopCleanUp = startCleanUp({ sessions, reports, ...kept, log, today });

  return {
    http: {
      ...plain,
      secret,
      store: new SessionStore(sessions, today),
      callerOf,
      guests: { players, accounts, online, today, guestsPerMinute: settings.guestsPerMinute },
      reports: { keeper: reportKeeper, today },
      avatars: avatars.http,
      auth,
      ...people.http,
      ...lobby.http,
      ...play.http,
      live: { ...play.http.live, blocks: people.rooms.blocks },
      events: { ...play.http.live, blocks: people.rooms.blocks },
    },
    admin: { reports, keeper: reportKeeper, today },
    rooms: {
      whoIs: createWhoIs({ secret, cookie: sessionCookie(plain.overTls), sessions, callerOf, today }),
      connections,
      ...people.rooms,
      ...lobby.rooms,
      ...play.rooms,
      log,
      clock: { now: monotonic },
      times: settings,
    },
    async close() {
      stopCleanUp();
      lobby.close();
      await presence.close();
      await Promise.all([mail.stop(), play.close(), reportKeeper.close()]);
      bus.close();
    },
  };
}

/** What routes need to know of how this server is set up. */
function ofSettings({ trustedProxies, publicUrl, production, operatorContact, fortyTwo }: Settings) {
  return {
    trustedProxies,
    overTls: publicUrl?.protocol === "https:",
    production,
    site: { contact: operatorContact, fortyTwo: fortyTwo !== null },
  };
}

async function openBus(redis: RedisClients | null, log: Logger): Promise<Bus> {
  return redis === null ? createMemoryBus(log) : createRedisBus(redis, log);
}

function createStores({ orm }: Database, redis: RedisClients | null) {
  return {
    players: createPlayers(orm),
    accounts: createAccounts(orm),
    sessions: redis === null ? createSessions(orm) : createRedisSessions(redis.commands),
    reports: createReports(orm),
  };
}
