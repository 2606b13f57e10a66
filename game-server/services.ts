// Everything that needs no socket: repositories, sessions, who is online, and what rooms and routes get of it.

import { join } from "node:path";
import type { Logger } from "pino";
import { createMatchKeeper } from "../db/match-keeper.ts";
import type { Database } from "../db/open.ts";
import { createMatches } from "../db/repositories/matches.ts";
import { createPlayers } from "../db/repositories/players.ts";
import { createSessions } from "../db/repositories/sessions.ts";
import { createUnsaved } from "../db/unsaved.ts";
import { createArrive } from "./arrivals.ts";
import { createOnline } from "./online.ts";
import { sessionSecret } from "./session-secret.ts";
import { SessionStore } from "./session-store.ts";
import type { Settings } from "./settings.ts";
import { createWhoIs } from "./who-is.ts";

const CLEAN_UP_MS = 3_600_000;

export type Services = Awaited<ReturnType<typeof createServices>>;

/** @throws StartupError without a usable session key */
export async function createServices(settings: Settings, log: Logger, database: Database) {
  const today = () => new Date();
  const monotonic = () => performance.now();
  const secret = sessionSecret(settings);
  const players = createPlayers(database.orm);
  const sessions = createSessions(database.orm);
  const matches = createMatches(database.orm);
  const online = createOnline(monotonic);
  const arrive = createArrive(players, online, today);

  const interrupted = await matches.interruptRunning();
  if (interrupted > 0) log.warn({ interrupted }, "matches were cut off when the server went down");
  const keeper = createMatchKeeper({
    matches,
    unsaved: createUnsaved(join(settings.dataDir, "unsaved")),
    log,
    later: (callback, ms) => {
      const timer = setTimeout(callback, ms);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  const cleanUp = setInterval(() => {
    sessions.removeExpired(today()).catch((error: unknown) => {
      log.error({ err: error }, "sessions that have ended are not removed");
    });
  }, CLEAN_UP_MS);

  return {
    http: {
      secret,
      store: new SessionStore(sessions, today),
      trustedProxies: settings.trustedProxies,
      overTls: settings.publicUrl?.protocol === "https:",
      production: settings.production,
      guests: { players, online, arrive, today, guestsPerMinute: settings.guestsPerMinute },
      matches,
      tables: { arrive, tablesPerMinute: settings.guestsPerMinute },
    },
    rooms: {
      whoIs: createWhoIs({ secret, sessions, arrive, today }),
      online,
      matches: keeper,
      log,
      clock: { now: monotonic },
      times: {
        reconnectSeconds: settings.reconnectSeconds,
        reconnectTotalSeconds: settings.reconnectTotalSeconds,
      },
    },
    async close() {
      clearInterval(cleanUp);
      await keeper.close();
    },
  };
}
