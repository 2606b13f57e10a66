// Every live connection to a room: whose it is, and how to end it. Signing out ends them at once, in all processes. Rooms register
// each of theirs here, and this is their only link to names (name-reservations.ts) and presence (presence.ts).

import { z } from "zod";
import type { Connection, Identity } from "../../rooms/dependencies.ts";
import type { Bus, Channel } from "../platform/bus.ts";
import type { NameReservations } from "./name-reservations.ts";
import type { Presence } from "../cluster/presence.ts";

/** Longer than it takes from checking a cookie to the connection that relies on it. */
const REMEMBERED_MS = 60_000;

const Revocation = z.object({
  playerId: z.string(),
  /** Only what was opened with this session. */
  sessionKey: z.string().optional(),
  /** Everything but what was opened with this session. */
  exceptSessionKey: z.string().optional(),
});
/** Which of a player's connections to end: all of them, unless it says otherwise. */
export type Revocation = z.infer<typeof Revocation>;

const REVOCATIONS: Channel<Revocation> = { name: "revocations", message: Revocation };

export interface Connections {
  /** Returns what to call when the connection has ended. */
  enter(connection: Connection): () => void;
  /** Whether somebody was signed out between the check of their cookie and now. */
  isRevoked(identity: Identity): boolean;
  /**
   * Closes the player's connections in every process, and rejects those on their way. Sessions have to be removed first:
   * otherwise somebody who connects right after this gets in again.
   */
  revoke(revocation: Revocation): void;
}

export interface ConnectionsOptions {
  readonly bus: Bus;
  readonly nameReservations: Pick<NameReservations, "enter" | "leave">;
  readonly presence: Pick<Presence, "enter">;
  /** Monotonic milliseconds, the same as the rooms'. */
  readonly now: () => number;
}

export function createConnections({ bus, nameReservations, presence, now }: ConnectionsOptions): Connections {
  const byPlayer = new Map<string, Set<Connection>>();
  let remembered: { readonly revocation: Revocation; readonly atMs: number }[] = [];

  bus.subscribe(REVOCATIONS, (revocation) => {
    remembered = [...remembered.filter(({ atMs }) => now() - atMs < REMEMBERED_MS), { revocation, atMs: now() }];
    const concerned = [...(byPlayer.get(revocation.playerId) ?? [])].filter(({ identity }) =>
      ends(revocation, identity),
    );
    for (const connection of concerned) connection.close();
  });

  return {
    enter(connection) {
      const { identity, where } = connection;
      const own = byPlayer.get(identity.id) ?? new Set();
      byPlayer.set(identity.id, own.add(connection));
      nameReservations.enter(identity.id);
      const leave = presence.enter(identity.id, where);
      return () => {
        if (!own.delete(connection)) return;
        if (own.size === 0) byPlayer.delete(identity.id);
        nameReservations.leave(identity.id);
        leave();
      };
    },
    isRevoked: (identity) =>
      remembered.some(({ revocation, atMs }) => identity.checkedMs <= atMs && ends(revocation, identity)),
    revoke: (revocation) => bus.publish(REVOCATIONS, revocation),
  };
}

function ends({ playerId, sessionKey, exceptSessionKey }: Revocation, identity: Identity): boolean {
  return (
    identity.id === playerId &&
    (sessionKey === undefined || identity.sessionKey === sessionKey) &&
    identity.sessionKey !== exceptSessionKey
  );
}
