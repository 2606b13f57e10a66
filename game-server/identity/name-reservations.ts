// Who is online in this process, and which names they hold: a name belongs to one player while they are here, and
// a minute longer, so that a reload or a dropped connection does not lose it.

const HOLD_MS = 60_000;

export interface NameReservations {
  /** Claims the name for this player and releases the one they had. False when somebody else has it. Counts as a sign of life. */
  claim(playerId: string, nameKey: string): boolean;
  /** Whether this player holds that name now. If so, it counts as a sign of life. */
  holds(playerId: string, nameKey: string): boolean;
  /** A connection was opened. Each needs its own `leave`. */
  enter(playerId: string): void;
  leave(playerId: string): void;
  /** Whether the player has a connection open. */
  isOnline(playerId: string): boolean;
  /** Releases the name at once. */
  release(playerId: string): void;
}

interface Reservation {
  nameKey: string | null;
  connections: number;
  lastSignMs: number;
}

/** @param now monotonic milliseconds */
export function createNameReservations(now: () => number, holdMs: number = HOLD_MS): NameReservations {
  const players = new Map<string, Reservation>();
  const holders = new Map<string, string>();
  let sweptMs = now();

  function presenceOf(playerId: string): Reservation {
    let presence = players.get(playerId);
    if (presence === undefined) {
      presence = { nameKey: null, connections: 0, lastSignMs: 0 };
      players.set(playerId, presence);
    }
    presence.lastSignMs = now();
    return presence;
  }

  function isGone(presence: Reservation): boolean {
    return presence.connections === 0 && now() - presence.lastSignMs >= holdMs;
  }

  function forget(playerId: string, presence: Reservation): void {
    if (presence.nameKey !== null) holders.delete(presence.nameKey);
    players.delete(playerId);
  }

  function sweep(): void {
    if (now() - sweptMs < holdMs) return;
    sweptMs = now();
    for (const [playerId, presence] of players) if (isGone(presence)) forget(playerId, presence);
  }

  return {
    claim(playerId, nameKey) {
      sweep();
      const holderId = holders.get(nameKey);
      if (holderId !== undefined && holderId !== playerId) {
        const holder = players.get(holderId);
        if (holder !== undefined && !isGone(holder)) return false;
        if (holder !== undefined) forget(holderId, holder);
      }
      const presence = presenceOf(playerId);
      if (presence.nameKey !== null) holders.delete(presence.nameKey);
      presence.nameKey = nameKey;
      holders.set(nameKey, playerId);
      return true;
    },
    holds(playerId, nameKey) {
      if (players.get(playerId)?.nameKey !== nameKey) return false;
      presenceOf(playerId);
      return true;
    },
    enter(playerId) {
      presenceOf(playerId).connections += 1;
    },
    leave(playerId) {
      const presence = presenceOf(playerId);
      presence.connections = Math.max(0, presence.connections - 1);
    },
    isOnline: (playerId) => (players.get(playerId)?.connections ?? 0) > 0,
    release(playerId) {
      const presence = players.get(playerId);
      if (presence !== undefined) forget(playerId, presence);
    },
  };
}
