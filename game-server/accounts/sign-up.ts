// Creates an account, from this browser's guest where there is one, so that what was played stays with it. What a bot has played
// is nobody's.

import { randomUUID } from "node:crypto";
import type { AccountRow, Taken } from "../../db/repositories/accounts.ts";
import { UserError } from "../../rooms/user-error.ts";
import type { SignUpRequest } from "../../schema/http/sign-in.ts";
import type { Caller } from "../identity/request-identity.ts";
import { claimName } from "../identity/claim-name.ts";
import { nameKey } from "../identity/name-key.ts";
import { isReserved } from "../identity/reserved.ts";
import type { AuthOptions } from "./options.ts";
import { isCommonPassword } from "./passwords.ts";

const TAKEN: Record<Taken, string> = {
  login: "login.taken",
  name: "name.ofAccount",
  email: "email.taken",
  fortyTwo: "fortyTwo.taken",
  player: "signedIn",
};

/** @throws UserError when a name is taken or reserved, or the password is common */
export async function signUp(options: AuthOptions, asked: SignUpRequest, caller: Caller | null): Promise<AccountRow> {
  if (caller?.account) throw new UserError("signedIn", {}, 409);
  const { accounts, nameReservations, passwords, wallClock } = options;
  const { login, name, email, password } = asked;
  const guest = caller?.player.kind === "guest" ? caller.player : null;
  const id = guest?.id ?? randomUUID();
  requireFreeLogin(login);
  if (isCommonPassword(password)) throw new UserError("password.common", {}, 422);
  await claimName(options, id, name, "account");
  try {
    const passwordHash = await passwords.hash(password);
    const keys = { nameKey: nameKey(name), loginKey: nameKey(login) };
    const without = { fortyTwoId: null, fortyTwoLogin: null };
    const made = await accounts.create(
      { id, name, login, ...keys, pendingEmail: email, passwordHash, ...without },
      wallClock(),
    );
    if ("taken" in made) throw takenMistake(made.taken);
    options.log.info({ playerId: id }, "signed up");
    return made.account;
  } catch (error) {
    if (guest === null) nameReservations.release(id);
    else nameReservations.claim(id, nameKey(guest.name));
    throw error;
  }
}

/** @throws UserError for a login name that is reserved */
export function requireFreeLogin(login: string): void {
  if (isReserved(login)) throw new UserError("login.reserved", {}, 409);
}

export function takenMistake(taken: Taken): UserError {
  return new UserError(TAKEN[taken], {}, 409);
}
