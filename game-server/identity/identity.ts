// Who is asking, and how they are signed out: sessions, names and connections, put together.

import type { Stores } from "../../db/stores.ts";
import type { Sessions, WhichSessions } from "../../db/repositories/sessions.ts";
import type { Presence } from "../cluster/presence.ts";
import type { Platform } from "../platform/platform.ts";
import { type Connections, createConnections } from "./connections.ts";
import { createNameReservations, type NameReservations } from "./name-reservations.ts";
import { createRedisSessions } from "./redis-sessions.ts";
import { createIdentifyRequest, type IdentifyRequest } from "./request-identity.ts";
import { createRestoreGuestName } from "./restore-guest-name.ts";
import { sessionCookie } from "./session-store.ts";
import { createIdentifySocket, type IdentifySocket } from "./socket-identity.ts";

/** Ends a player's sessions (all of them by default) and closes what was opened with them, in every process. */
export type Revoke = (playerId: string, which?: WhichSessions) => Promise<void>;

export interface IdentityServices {
  readonly sessions: Sessions;
  readonly nameReservations: NameReservations;
  readonly connections: Connections;
  readonly identifyRequest: IdentifyRequest;
  readonly identifySocket: IdentifySocket;
  readonly revoke: Revoke;
}

export function createIdentityServices(platform: Platform, stores: Stores, presence: Presence): IdentityServices {
  const { bus, redis, secret, overTls, timers, wallClock } = platform;
  const { accounts, players } = stores;
  const sessions = redis === null ? stores.sessions : createRedisSessions(redis.commands);
  const now = (): number => timers.now();
  const nameReservations = createNameReservations(now);
  const connections = createConnections({ bus, nameReservations, presence, now });
  const restoreGuestName = createRestoreGuestName({ players, accounts, nameReservations, wallClock });
  const identifyRequest = createIdentifyRequest({ accounts, restoreGuestName, wallClock });
  const cookie = sessionCookie(overTls);
  return {
    sessions,
    nameReservations,
    connections,
    identifyRequest,
    identifySocket: createIdentifySocket({ secret, cookie, sessions, identifyRequest, wallClock }),
    async revoke(playerId, which) {
      // In this order: otherwise somebody who connects right after this gets in again.
      await sessions.revoke(playerId, which);
      connections.revoke({ playerId, sessionKey: which?.only, exceptSessionKey: which?.except });
    },
  };
}
