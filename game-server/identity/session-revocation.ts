// Who is here, and how they are shown out: the connections that are open, what others see of them, and the end of sessions.

import type { Logger } from "pino";
import type { Orm } from "../../db/open.ts";
import { createLastSeen } from "../../db/repositories/last-seen.ts";
import type { Sessions, WhichSessions } from "../../db/repositories/sessions.ts";
import type { Bus } from "../platform/bus.ts";
import { type Connections, createConnections } from "./connections.ts";
import type { NameReservations } from "./name-reservations.ts";
import { createPresence, type Presence } from "../cluster/presence.ts";
import { realTimers } from "../platform/timers.ts";

/** Ends a player's sessions, all unless told which, and closes what was opened with them, in every process. */
export type Revoke = (playerId: string, which?: WhichSessions) => Promise<void>;

export interface SessionRevocationOptions {
  readonly orm: Orm;
  readonly bus: Bus;
  readonly nameReservations: NameReservations;
  readonly sessions: Pick<Sessions, "revoke">;
  readonly wallClock: () => Date;
  readonly log: Logger;
}

export interface SessionRevocation {
  readonly presence: Presence;
  readonly connections: Connections;
  readonly revoke: Revoke;
}

export function createSessionRevocation({
  orm,
  bus,
  nameReservations,
  sessions,
  wallClock,
  log,
}: SessionRevocationOptions): SessionRevocation {
  const presence = createPresence({ bus, lastSeen: createLastSeen(orm), timers: realTimers, wallClock, log });
  const connections = createConnections({ bus, nameReservations, presence, now: () => performance.now() });
  return {
    presence,
    connections,
    async revoke(playerId, which) {
      // In this order: otherwise who comes right after gets in again.
      await sessions.revoke(playerId, which);
      connections.revoke({ playerId, sessionKey: which?.only, exceptSessionKey: which?.except });
    },
  };
}
