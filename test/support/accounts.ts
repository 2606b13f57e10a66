// Accounts and their signed-in browsers, written into a database before a server runs on it: for tests that are about
// something else than signing up.

import { createHmac, randomUUID } from "node:crypto";
import type { Database } from "../../db/open.ts";
import { type AccountChange, createAccounts } from "../../db/repositories/accounts.ts";
import { createSessions } from "../../db/repositories/sessions.ts";
import { nameKey } from "../../game-server/identity/name-key.ts";
import { sessionCookie } from "../../game-server/identity/session-store.ts";

/** For the server's SESSION_SECRET. */
export const SECRET = "a secret of the tests alone";
const HOUR_MS = 3_600_000;

export interface SeededAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** A Cookie header. */
  readonly cookie: string;
}

/** @param login also what they are called */
export async function seedAccount(
  { orm }: Database,
  login: string,
  change: AccountChange = {},
): Promise<SeededAccount> {
  const id = randomUUID();
  const now = new Date();
  const accounts = createAccounts(orm);
  const keys = { name: login, nameKey: nameKey(login), login, loginKey: nameKey(login) };
  const nothing = { pendingEmail: null, passwordHash: null, fortyTwoId: null, fortyTwoLogin: null };
  const made = await accounts.create({ id, ...keys, ...nothing }, now);
  if ("taken" in made) throw new Error(`taken: ${made.taken}`);
  await accounts.change(id, change);

  const sid = randomUUID();
  const expires = new Date(now.getTime() + HOUR_MS);
  const cookie = {
    originalMaxAge: HOUR_MS,
    expires: expires.toISOString(),
    httpOnly: true,
    path: "/",
    sameSite: "lax",
  };
  const data = { cookie, playerId: id, since: now.getTime(), device: "", stored: true };
  await createSessions(orm).write(sid, id, data, expires);
  const value = encodeURIComponent(`s:${sid}.${signatureOf(sid)}`);
  return { id, login, name: made.account.name, cookie: `${sessionCookie(false)}=${value}` };
}

/** As express-session signs. */
function signatureOf(sid: string): string {
  return createHmac("sha256", SECRET).update(sid).digest("base64").replace(/=+$/u, "");
}
