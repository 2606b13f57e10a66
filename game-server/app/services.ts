// Everything that needs no socket: repositories, sessions, who is online, and what rooms and routes get of it.

import type { Logger } from "pino";
import type { Database } from "../../db/open.ts";
import { type Accounts, createAccounts } from "../../db/repositories/accounts.ts";
import { createPlayers } from "../../db/repositories/players.ts";
import { createReports } from "../../db/repositories/reports.ts";
import { createSessions } from "../../db/repositories/sessions.ts";
import { createReportKeeper } from "../../db/report-keeper.ts";
import { createAvatarServices } from "../avatars/avatar-services.ts";
import { createAccountServices } from "./account-services.ts";
import { type RestoreGuestNameOptions, createRestoreGuestName } from "../identity/restore-guest-name.ts";
import { type Bus, createMemoryBus, createRedisBus } from "../platform/bus.ts";
import { createIdentifyRequest } from "../identity/request-identity.ts";
import { startCleanUp } from "./clean-up.ts";
import { createSessionRevocation } from "../identity/session-revocation.ts";
import { createNameReservations } from "../identity/name-reservations.ts";
import { createRedisSessions } from "../identity/redis-sessions.ts";
import { lobbyServices } from "./lobby-services.ts";
import { peopleServices } from "./people-services.ts";
import type { RedisClients } from "../platform/redis.ts";
import { createTable } from "./rooms.ts";
import { sessionSecret } from "../identity/session-secret.ts";
import { SessionStore, sessionCookie } from "../identity/session-store.ts";
import { playServices } from "./play-services.ts";
import type { Settings } from "../platform/settings.ts";
import { type IdentifySocketOptions, createIdentifySocket } from "../identity/socket-identity.ts";

const wallClock = () => new Date();
const monotonic = () => performance.now();

export type Services = Awaited<ReturnType<typeof createServices>>;

/** @throws StartupError without a usable session key */
export async function createServices(
  settings: Settings,
  log: Logger,
  { database, redis }: { readonly database: Database; readonly redis: RedisClients | null },
) {
  const secret = sessionSecret(settings);
  const { players, accounts, sessions, reports, reportKeeper } = createStores(database, redis, log);
  const bus = await openBus(redis, log);
  const { orm } = database;
  const nameReservations = createNameReservations(monotonic);
  const known = { players, accounts, sessions, nameReservations, wallClock };
  const { presence, connections, revoke } = createSessionRevocation({ ...known, orm, bus, log });
  const plain = ofSettings(settings);
  const { identifyRequest, identify } = createIdentification({ ...known, secret, overTls: plain.overTls });

  const play = await playServices({ settings, log, orm, accounts, bus, redis, createTable, wallClock });
  const { notices, notifications } = play;
  const shared = { ...known, settings, log, database, redis, secret, revoke, notices };
  const { auth, mail } = await createAccountServices(shared);
  const social = { ...shared, bus, presence, players, createLimit: auth.createLimit };
  const people = peopleServices(orm, social);
  const lobby = lobbyServices(orm, { ...social, ...people.rooms, ...play.rooms, notifications, createTable });
  const avatars = createAvatarServices(settings.dataDir, orm, auth);
  const kept = { secrets: auth.secrets, jobs: mail.jobs, avatars: avatars.cleanUp, notifications };
  const stopCleanUp = startCleanUp({ sessions, reports, ...kept, log, wallClock });

  return {
    http: {
      ...plain,
      secret,
      store: new SessionStore(sessions, wallClock),
      identifyRequest,
      guests: { players, accounts, nameReservations, wallClock, guestsPerMinute: settings.guestsPerMinute },
      reports: { keeper: reportKeeper, wallClock },
      avatars: avatars.http,
      auth,
      ...people.http,
      ...lobby.http,
      ...play.http,
      live: { ...play.http.live, blocks: people.rooms.blocks },
      events: { ...play.http.live, blocks: people.rooms.blocks },
    },
    admin: { reports, keeper: reportKeeper, wallClock },
    rooms: {
      identify,
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

/** Who is asking, over HTTP and at the door of a room. */
function createIdentification({
  secret,
  overTls,
  ...known
}: Omit<RestoreGuestNameOptions, "accounts"> &
  Pick<IdentifySocketOptions, "sessions" | "secret"> & { readonly accounts: Accounts; readonly overTls: boolean }) {
  const restoreGuestName = createRestoreGuestName(known);
  const identifyRequest = createIdentifyRequest({ ...known, restoreGuestName });
  const identify = createIdentifySocket({ ...known, secret, cookie: sessionCookie(overTls), identifyRequest });
  return { identifyRequest, identify };
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

function createStores({ orm }: Database, redis: RedisClients | null, log: Logger) {
  const reports = createReports(orm);
  return {
    players: createPlayers(orm),
    accounts: createAccounts(orm),
    sessions: redis === null ? createSessions(orm) : createRedisSessions(redis.commands),
    reports,
    reportKeeper: createReportKeeper({ reports, log }),
  };
}
