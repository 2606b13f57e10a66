// Who gets a place at a table. Asked before a place is kept for anybody: those who sit there or are expected always get one, others
// while a seat is free. So nobody who only knows a table's id can crowd it.

import { matchMaker } from "@colyseus/core";
import { refuse } from "../admission.ts";
import type { Identity } from "../dependencies.ts";

/** A match room, as other processes see it. */
interface Guarded {
  /** Whether this player may sit down now. */
  admits(playerId: string): Promise<boolean>;
}

/**
 * Asks the table's room, wherever it is.
 * @param roomId undefined where somebody asks for any table
 * @throws ServerError with a Refusal as its message
 */
export async function knock(roomId: string | undefined, identity: Identity): Promise<Identity> {
  if (roomId === undefined) refuse("gone");
  const isWelcome = await matchMaker
    .remoteRoomCall<Guarded, "admits">(roomId, "admits", [identity.id])
    // Its process does not answer, or it has just ended: Colyseus, which asks it next, tells which.
    .catch(() => true);
  return isWelcome ? identity : refuse("full");
}
