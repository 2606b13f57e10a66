// Takes a display name for somebody who wants it: not one of ours, not an account's, not one that a guest plays under right now.
// Names that begin with "Robo" are for bots, and bots have no others.

import type { Accounts } from "../../db/repositories/accounts.ts";
import type { PlayerRow } from "../../db/repositories/players.ts";
import { UserMistake } from "../../rooms/user-mistake.ts";
import { isBotName } from "../../schema/player-name.ts";
import type { Online } from "../online.ts";
import { nameKey } from "./name-key.ts";
import { isReserved } from "./reserved.ts";

export interface ClaimNameOptions {
  readonly accounts: Pick<Accounts, "ownerOfName">;
  readonly online: Pick<Online, "claim">;
}

/** @throws UserMistake 409 `name.reserved`, `name.ofAccount` or `name.taken` */
export async function claimName(
  { accounts, online }: ClaimNameOptions,
  playerId: string,
  name: string,
  kind: PlayerRow["kind"],
): Promise<void> {
  const key = nameKey(name);
  const isFree = kind === "bot" ? isBotName(name) : !isReserved(name);
  if (!isFree) throw new UserMistake("name.reserved", {}, 409);
  const owner = await accounts.ownerOfName(key);
  if (owner !== null && owner !== playerId) throw new UserMistake("name.ofAccount", {}, 409);
  if (!online.claim(playerId, key)) throw new UserMistake("name.taken", { name }, 409);
}
