// What happens when a player returns: they take their name back, or, as a guest, get it with a number when
// somebody else is using it, so that each name belongs to one person among those online.

import type { Accounts } from "../../db/repositories/accounts.ts";
import type { PlayerRow, Players } from "../../db/repositories/players.ts";
import { MAX_NAME_LENGTH } from "../../schema/player-name.ts";
import { nameKey } from "./name-key.ts";
import type { NameReservations } from "./name-reservations.ts";

/** Far more than ever share a name; it only bounds the search. */
const MAX_NUMBER = 99;

/** The player with this id, under the name they go by from now on, or null when there is none. */
export type RestoreGuestName = (playerId: string) => Promise<PlayerRow | null>;

export interface RestoreGuestNameOptions {
  readonly players: Players;
  readonly accounts: Pick<Accounts, "ownerOfName">;
  readonly nameReservations: Pick<NameReservations, "claim" | "holds">;
  /** Wall-clock time, for the row. */
  readonly wallClock: () => Date;
}

export function createRestoreGuestName({
  players,
  accounts,
  nameReservations,
  wallClock,
}: RestoreGuestNameOptions): RestoreGuestName {
  return async (playerId) => {
    const player = await players.find(playerId);
    if (player === null || player.kind === "account") return player;
    const key = nameKey(player.name);
    if (nameReservations.holds(player.id, key)) return player;
    if ((await accounts.ownerOfName(key)) === null && nameReservations.claim(player.id, key)) return player;
    for (let number = 2; number <= MAX_NUMBER; number++) {
      const name = numbered(player.name, number);
      if ((await accounts.ownerOfName(nameKey(name))) !== null) continue;
      if (nameReservations.claim(player.id, nameKey(name)))
        return players.rename(player.id, name, nameKey(name), wallClock());
    }
    return player;
  };
}

/** "Ada" becomes "Ada 2", within the longest name there may be. */
export function numbered(name: string, number: number): string {
  const suffix = ` ${number}`;
  const base = [...name].slice(0, MAX_NAME_LENGTH - suffix.length).join("");
  return base.replace(/[ ._'’-]+$/u, "") + suffix;
}
