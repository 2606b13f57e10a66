// `npm run make-admin NAME`: makes the account with this login name an admin, for the first one, whom no admin can make. Ends
// with 1 and a sentence that says what to do when it cannot.

import type { Database } from "../db/open.ts";
import { createAccounts } from "../db/repositories/accounts.ts";
import { createRoles } from "../db/repositories/roles.ts";
import { StartupError } from "../db/errors.ts";
import { loginFault, tidyLogin } from "../schema/credentials.ts";
import { nameKey } from "./identity/name-key.ts";
import { operate, withDatabase } from "./app/operate.ts";

/** @returns what was done, or rather not, in a sentence @throws StartupError */
async function makeAdmin({ orm }: Database, login: string): Promise<string> {
  const account = await createAccounts(orm).findByLoginKey(nameKey(login));
  if (account === null)
    throw new StartupError(`No account has the login name ${login}: sign up with it on the page first.`);
  if (account.login !== login)
    throw new StartupError(
      `No account has the login name ${login}, but there is ${account.login}: if you mean that one, say so.`,
    );
  if (account.role === "admin") return `${login} is already an admin.`;
  await createRoles(orm).set(account.id, "admin", new Date());
  return `${login} is now an admin.`;
}

await operate((settings) => {
  const login = tidyLogin(process.argv[2] ?? "");
  if (loginFault(login) !== null)
    throw new StartupError("Give a login name, as in the address of the player's page: npm run make-admin NAME");
  return withDatabase(settings, (database) => makeAdmin(database, login));
}, " An admin can also make others admins on their player pages, without stopping the server.");
