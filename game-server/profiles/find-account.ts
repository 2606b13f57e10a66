// The account that an address like /api/players/ada means.

import type { AccountRow, Accounts } from "../../db/repositories/accounts.ts";
import { UserMistake } from "../../rooms/user-mistake.ts";
import { loginFault } from "../../schema/login-name.ts";
import { nameKey } from "../names/name-key.ts";

/**
 * Of exactly this login name: one that only looks like it is another address.
 * @param login tidied
 * @throws UserMistake 404 when there is none
 */
export async function findAccount(accounts: Pick<Accounts, "findByLoginKey">, login: string): Promise<AccountRow> {
  const account = loginFault(login) === null ? await accounts.findByLoginKey(nameKey(login)) : null;
  if (account?.login !== login) throw new UserMistake("notFound", {}, 404);
  return account;
}
