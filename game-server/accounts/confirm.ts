// Makes sure once more that it is the account's owner who asks, before something changes that could lock them out.

import type { Request } from "express";
import type { AccountRow } from "../../db/repositories/accounts.ts";
import { UserError } from "../../rooms/user-error.ts";
import type { AuthOptions } from "./options.ts";

const TRIES = [
  [5, 60],
  [10, 900],
  [20, 86_400],
] as const;
/** For an account without a password: how long ago it may have signed in. */
const FRESH_MS = 10 * 60_000;

/** @throws UserError 403 `password.wrong`, or `signIn.again` where there is no password; 429 */
export type Confirm = (request: Request, account: AccountRow, password: string) => Promise<void>;

export function createConfirm({ passwords, createLimit, wallClock }: AuthOptions): Confirm {
  const tries = createLimit("confirm", TRIES);
  return async (request, account, password) => {
    if (account.passwordHash === null) {
      const { since = 0 } = request.session;
      if (wallClock().getTime() - since > FRESH_MS) throw new UserError("signIn.again", {}, 403);
      return;
    }
    await tries.take(account.id);
    if (!(await passwords.verify(account.passwordHash, password))) throw new UserError("password.wrong", {}, 403);
    await tries.forget(account.id);
  };
}
