// Claims a display name: not a reserved one, not an account's, not one that a guest is playing under right now.
// Names that begin with "Robo" are for bots, and bots have only such names.

import type { Accounts } from "../../db/repositories/accounts.ts";
import type { PlayerRow } from "../../db/repositories/players.ts";
import { UserError } from "../../rooms/user-error.ts";
import { isBotName } from "../../schema/player-name.ts";
import type { NameReservations } from "./name-reservations.ts";
import { nameKey } from "./name-key.ts";
import { isReserved } from "./reserved.ts";

export interface ClaimNameOptions {
  readonly accounts: Pick<Accounts, "ownerOfName">;
  readonly nameReservations: Pick<NameReservations, "claim">;
}

/** @throws UserError 409 `name.reserved`, `name.ofAccount` or `name.taken` */
export async function claimName(
  { accounts, nameReservations }: ClaimNameOptions,
  playerId: string,
  name: string,
  kind: PlayerRow["kind"],
): Promise<void> {
  const key = nameKey(name);
  const isFree = kind === "bot" ? isBotName(name) : !isReserved(name);
  if (!isFree) throw new UserError("name.reserved", {}, 409);
  const owner = await accounts.ownerOfName(key);
  if (owner !== null && owner !== playerId) throw new UserError("name.ofAccount", {}, 409);
  if (!nameReservations.claim(playerId, key)) throw new UserError("name.taken", { name }, 409);
}
