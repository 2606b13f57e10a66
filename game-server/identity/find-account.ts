// Finds the account of a login name: in an address like /api/players/ada, and at sign-in.

import type { AccountRow, Accounts } from "../../db/repositories/accounts.ts";
import { UserError } from "../../rooms/user-error.ts";
import { loginFault } from "../../schema/credentials.ts";
import { nameKey } from "./name-key.ts";

type Finds = Pick<Accounts, "findByLoginKey">;

/** Of exactly this login name, or null: a similar name is refused at sign-up, but doesn't identify an account. @param login tidied */
export async function findByLogin(accounts: Finds, login: string): Promise<AccountRow | null> {
  const account = loginFault(login) === null ? await accounts.findByLoginKey(nameKey(login)) : null;
  return account?.login === login ? account : null;
}

/** @param login tidied @throws UserError 404 when there is none */
export async function findAccount(accounts: Finds, login: string): Promise<AccountRow> {
  const account = await findByLogin(accounts, login);
  if (account === null) throw new UserError("notFound", {}, 404);
  return account;
}
