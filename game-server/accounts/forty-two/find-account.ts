// The account of somebody who comes from 42: the one that has their 42 id, and no other, whatever address 42 reports for them. The first
// time it is created, from this browser's guest where there is one, so that what was played stays with it.

import { randomUUID } from "node:crypto";
import type { AccountRow } from "../../../db/repositories/accounts.ts";
import { UserError } from "../../../rooms/user-error.ts";
import type { Caller } from "../../identity/request-identity.ts";
import { claimName } from "../../identity/claim-name.ts";
import { nameKey } from "../../identity/name-key.ts";
import { isReserved } from "../../identity/reserved.ts";
import type { AuthOptions } from "../options.ts";
import { loginsFrom, namesFrom } from "./free-names.ts";
import type { FortyTwoPerson } from "./provider.ts";

/** Somebody else may take a name between the check and the write, but not again and again. */
const TRIES = 5;

export interface FoundAccount {
  readonly account: AccountRow;
  /** It has just been created. `renamed`: under another name than the one at 42. */
  readonly made: "no" | "yes" | "renamed";
}

type Finds = Pick<AuthOptions, "accounts" | "nameReservations" | "wallClock" | "log">;

/** @param caller who this browser is so far @throws UserError 409 `fortyTwo.linkFirst` for an account that has not linked 42 */
export async function findAccount(
  options: Finds,
  person: FortyTwoPerson,
  caller: Caller | null,
): Promise<FoundAccount> {
  const { accounts, nameReservations } = options;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const account = await accounts.findByFortyTwoId(person.id);
    if (account !== null) return { account, made: "no" };
    if (caller?.account) throw new UserError("fortyTwo.linkFirst", {}, 409);
    const guest = caller?.player.kind === "guest" ? caller.player : null;
    const id = guest?.id ?? randomUUID();
    let made: AccountRow | null = null;
    try {
      made = await make(options, id, person);
    } finally {
      if (made === null && guest === null) nameReservations.release(id);
      else if (made === null) nameReservations.claim(id, nameKey(guest!.name));
    }
    if (made === null) continue;
    options.log.info({ playerId: id }, "signed up with 42");
    const renamed = made.name !== person.login || made.login !== person.login;
    return { account: made, made: renamed ? "renamed" : "yes" };
  }
  throw new Error("somebody takes every name before us");
}

/** Null when somebody was faster. */
async function make(
  options: Finds,
  id: string,
  { id: fortyTwoId, login: at42 }: FortyTwoPerson,
): Promise<AccountRow | null> {
  const name = await freeName(options, id, at42);
  const login = await freeLogin(options, at42);
  const keys = { nameKey: nameKey(name), loginKey: nameKey(login) };
  const without = { pendingEmail: null, passwordHash: null };
  const row = { id, name, login, ...keys, ...without, fortyTwoId, fortyTwoLogin: at42 };
  const made = await options.accounts.create(row, options.wallClock());
  return "taken" in made ? null : made.account;
}

async function freeName(options: Finds, id: string, at42: string): Promise<string> {
  for (const name of namesFrom(at42)) {
    try {
      await claimName(options, id, name, "account");
      return name;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  throw new Error("there is no name left");
}

async function freeLogin({ accounts }: Finds, at42: string): Promise<string> {
  for (const login of loginsFrom(at42)) {
    if (!isReserved(login) && (await accounts.findByLoginKey(nameKey(login))) === null) return login;
  }
  throw new Error("there is no login name left");
}
