// Signing in by password: whose account this is. An unknown account takes as much time as a known one, and the answer does
// not tell them apart.

import type { Request } from "express";
import type { AccountRow } from "../../db/repositories/accounts.ts";
import { UserError } from "../../rooms/user-error.ts";
import type { SignInRequest } from "../../schema/http/sign-in.ts";
import { tidyLogin } from "../../schema/credentials.ts";
import { nameKey } from "../identity/name-key.ts";
import { addressKey } from "../http/rate-limit.ts";
import { findByLogin } from "../identity/find-account.ts";
import type { AuthOptions } from "./options.ts";

/** One account from one address: a person mistypes, a program tries. */
const TRIES_HERE = [
  [5, 60],
  [10, 900],
  [20, 86_400],
] as const;
/** One account from anywhere, for guessing with many addresses. It doesn't hold up its owner's remembered browsers. */
const TRIES_ANYWHERE = [
  [50, 900],
  [200, 86_400],
] as const;

export type AuthenticateByPassword = (request: Request, typed: SignInRequest) => Promise<AccountRow>;

export interface PasswordSignInOptions extends Pick<
  AuthOptions,
  "accounts" | "passwords" | "createLimit" | "triesPerMinute" | "log"
> {
  readonly isRemembered: (request: Request, playerId: string) => Promise<boolean>;
}

/** Returns the account that this login and password belong to. @throws UserError 403 `signIn.wrong`, 429 `tooMany` */
export function createAuthenticateByPassword(options: PasswordSignInOptions): AuthenticateByPassword {
  const { accounts, passwords, createLimit, triesPerMinute } = options;
  const byAddress = createLimit("sign-in-address", [
    [triesPerMinute, 60],
    [triesPerMinute * 10, 3600],
  ]);
  const here = createLimit("sign-in-here", TRIES_HERE);
  const anywhere = createLimit("sign-in", TRIES_ANYWHERE);

  async function find(typed: string): Promise<AccountRow | null> {
    if (typed.includes("@")) return accounts.findByEmailKey(emailKey(typed));
    return findByLogin(accounts, tidyLogin(typed));
  }

  async function verify(request: Request, typed: string, password: string): Promise<AccountRow | null> {
    const address = addressKey(request.ip ?? "");
    const name = typed.includes("@") ? emailKey(typed) : nameKey(typed);
    await byAddress.take(address);
    await here.take(`${name} ${address}`);
    const account = await find(typed);
    if (account === null || !(await options.isRemembered(request, account.id))) await anywhere.take(name);
    if (!(await passwords.verify(account?.passwordHash ?? null, password))) {
      // Not what was typed: some type their password where the name goes.
      options.log.info({ address, playerId: account?.id }, "a sign-in failed");
      return null;
    }
    await here.forget(`${name} ${address}`);
    return account;
  }

  return async (request, { login, password }) => {
    // An empty form is no attempt.
    const account = login === "" || password === "" ? null : await verify(request, login, password);
    if (account === null) throw new UserError("signIn.wrong", {}, 403);
    return account;
  };
}

/** What makes two addresses the same. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
