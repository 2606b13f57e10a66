// A player has one open reservation in a room. Colyseus keeps a place for each that is asked for, for 15 s, so that one person
// could take them all. A newer one counts, since the older may have been lost with the line.

import type { Room } from "@colyseus/core";
import type { Identity } from "./dependencies.ts";

/** What Colyseus calls to keep a place, and where it keeps it until its socket comes: options, who it is for, whether it is used up. */
const RESERVE = "_reserveSeat";
const RESERVED = "_reservedSeats";
interface Reserving {
  [RESERVE](sessionId: string, options: unknown, identity?: Identity, ...more: unknown[]): Promise<boolean>;
  readonly [RESERVED]: Readonly<Record<string, [options: unknown, identity: Identity | undefined, isUsed: boolean]>>;
}

/** To be called in onCreate. */
export function reserveOncePerPlayer(room: Room): void {
  const reserving = room as unknown as Reserving;
  const reserve = reserving[RESERVE].bind(room);
  reserving[RESERVE] = (sessionId, options, identity, ...more) => {
    for (const reserved of Object.values(reserving[RESERVED])) {
      // Its timer still frees it, when it would have.
      if (identity !== undefined && reserved[1]?.id === identity.id) reserved[2] = true;
    }
    return reserve(sessionId, options, identity, ...more);
  };
}
