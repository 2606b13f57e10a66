// Signing in by password: passport's local strategy around one question, whose account this is. Whoever is unknown costs as much
// time as whoever is known, and the answer does not tell them apart.

import { callbackify } from "node:util";
import type { Request, Response } from "express";
import { Passport } from "passport";
import { Strategy } from "passport-local";
import type { AccountRow } from "../../db/repositories/accounts.ts";
import { UserError } from "../../rooms/user-error.ts";
import { tidyLogin } from "../../schema/login-name.ts";
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
/** One account from anywhere, for guessing with many addresses. Its owner's remembered browsers are not held up by it. */
const TRIES_ANYWHERE = [
  [50, 900],
  [200, 86_400],
] as const;

export type AuthenticateLocally = (request: Request, response: Response) => Promise<AccountRow>;

export interface LocalOptions extends Pick<
  AuthOptions,
  "accounts" | "passwords" | "createLimit" | "triesPerMinute" | "log"
> {
  readonly isRemembered: (request: Request, playerId: string) => Promise<boolean>;
}

/** Answers whose login and password stand in the body. @throws UserMistake 403 `signIn.wrong`, 429 `tooMany` */
export function createAuthenticateLocally(options: LocalOptions): AuthenticateLocally {
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

  const passport = new Passport();
  passport.use(
    new Strategy(
      { usernameField: "login", passReqToCallback: true, session: false },
      (request, typed, password, done) => {
        callbackify(() => verify(request, typed, password))((error, account) => done(error, account ?? false));
      },
    ),
  );

  return (request, response) =>
    new Promise((resolve, reject) => {
      const answer = (error: unknown, account: AccountRow | false | null | undefined): void => {
        if (error instanceof Error) reject(error);
        else if (account) resolve(account);
        else reject(new UserError("signIn.wrong", {}, 403));
      };
      passport.authenticate("local", { session: false }, answer)(request, response, reject);
    });
}

/** What makes two addresses the same. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
