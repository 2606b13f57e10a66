// `npm run make-admin NAME`: makes the account with this login name an admin, for the first one, whom no admin can make. Ends
// with 1 and a sentence that says what to do when it cannot.

import type { Database } from "../db/open.ts";
import { createAccounts } from "../db/repositories/accounts.ts";
import { createRoles } from "../db/repositories/roles.ts";
import { StartupError } from "../db/startup-error.ts";
import { loginFault, tidyLogin } from "../schema/login-name.ts";
import { nameKey } from "./identity/name-key.ts";
import { operate, withDatabase } from "./app/operate.ts";

/** @returns what was done, or rather not, in a sentence @throws StartupError */
async function makeAdmin({ orm }: Database, login: string): Promise<string> {
  const account = await createAccounts(orm).findByLoginKey(nameKey(login));
  if (account === null)
    throw new StartupError(`Nobody has an account with the login name ${login}: sign up with it on the page first.`);
  if (account.login !== login)
    throw new StartupError(
      `Nobody has the login name ${login}, but somebody has ${account.login}: if you mean them, say so.`,
    );
  if (account.role === "admin") return `${login} is an admin already.`;
  await createRoles(orm).set(account.id, "admin", new Date());
  return `${login} is an admin from now on.`;
}

await operate((settings) => {
  const login = tidyLogin(process.argv[2] ?? "");
  if (loginFault(login) !== null)
    throw new StartupError(
      "Say whom, by login name, as it stands in the address of their page: npm run make-admin NAME",
    );
  return withDatabase(settings, (database) => makeAdmin(database, login));
}, " Where there is an admin already, they make others on those players' pages, without a stop.");
