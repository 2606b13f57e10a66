// Who may see what an account's player has played, and all that is counted of it: its history, its dashboard, its matches'
// replays. What decides it: may.ts.

import type { AccountRow, Accounts } from "../../db/repositories/accounts.ts";
import type { Relation } from "../../db/repositories/friends.ts";
import { UserError } from "../../rooms/user-error.ts";
import { privacyOf } from "../accounts/feature.ts";
import type { Caller } from "../identity/request-identity.ts";
import { may } from "./may.ts";
import { findAccount } from "../identity/find-account.ts";

/** What a caller is to an account's player. */
export type Between = (caller: Caller | null, account: AccountRow) => Promise<Relation>;

export async function maySeeHistory(between: Between, caller: Caller | null, account: AccountRow): Promise<boolean> {
  return may("seeHistory", await between(caller, account), privacyOf(account));
}

export interface SeenHistoryOptions {
  readonly accounts: Pick<Accounts, "findByLoginKey">;
  readonly between: Between;
}

/** The account whose history is asked for. @throws UserError 404, or 403 where the caller may not see it */
export async function findSeenHistory(
  { accounts, between }: SeenHistoryOptions,
  login: string,
  caller: Caller | null,
): Promise<AccountRow> {
  const account = await findAccount(accounts, login);
  if (!(await maySeeHistory(between, caller, account))) throw new UserError("history.hidden", {}, 403);
  return account;
}
