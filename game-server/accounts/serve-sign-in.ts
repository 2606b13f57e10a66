// The routes of schema/http/sign-in.ts: up, in and out, and the mails that verify an address or set a new password.

import type { Request, Response } from "express";
import type { AccountRow } from "../../db/repositories/accounts.ts";
import { sessionKey } from "../../db/repositories/sessions.ts";
import { UserError } from "../../rooms/user-error.ts";
import * as contract from "../../schema/http/sign-in.ts";
import { shownPlayer } from "./serve-guests.ts";
import { addressKey } from "../http/rate-limit.ts";
import type { Api } from "../http/serve.ts";
import { sessionCookie } from "../identity/session-store.ts";
import type { Enter } from "./enter.ts";
import { FORGOTTEN_JOB, type Forgotten, takeReset } from "./forgotten.ts";
import { createAuthenticateByPassword, emailKey } from "./password-sign-in.ts";
import type { AuthOptions } from "./options.ts";
import type { Remembered } from "./remembered.ts";
import { maskEmail, requireRight, type SecondFactor } from "./second-factor.ts";
import { signInAs, signOutHere } from "./session.ts";
import { signUp } from "./sign-up.ts";
import type { Verification } from "./verification.ts";

/** Between the password and the code. */
const PENDING_LASTS_MS = 10 * 60_000;
/** Mails to one address that somebody types, from one visitor. */
const MAILS = [
  [2, 60],
  [5, 3600],
  [10, 86_400],
] as const;

export interface SignInParts {
  readonly factor: SecondFactor;
  readonly remembered: Remembered;
  readonly enter: Enter;
  readonly verification: Verification;
}

export function serveSignIn(api: Api, options: AuthOptions, parts: SignInParts): void {
  const { factor, remembered, enter, verification } = parts;
  const authenticate = createAuthenticateByPassword({ ...options, isRemembered: remembered.isRemembered });
  const addressTries = options.createLimit("sign-up-address", [
    [options.triesPerMinute, 60],
    [options.triesPerMinute * 10, 3600],
  ]);
  const takeAddress = (request: Request) => addressTries.take(addressKey(request.ip ?? ""));

  api.serve(contract.signUp, async ({ body, caller, request }) => {
    await takeAddress(request);
    const account = await signUp(options, body, caller);
    await signInAs(request, account.id, options.wallClock());
    await verification.mail(request, account);
    const player = { id: account.id, name: account.name, kind: "account" as const };
    return { player: shownPlayer({ player, account, role: account.role }) };
  });

  api.serve(contract.signIn, async ({ body, request }) => {
    const account = await authenticate(request, body);
    return { next: await enter.begin(request, account) };
  });

  api.serve(contract.askPending, async ({ request }) => {
    const account = await pendingAccount(options, request);
    if (account === null || account.factor === "none") return { pending: null };
    const sentTo = account.factor === "email" && account.email !== null ? maskEmail(account.email) : null;
    return { pending: { factor: account.factor, sentTo } };
  });

  api.serve(contract.giveCode, async ({ body, request, response }) => {
    const account = await requirePending(options, request);
    requireRight(await factor.check(account, body.code));
    await enter.finish(request, account);
    if (body.remember) await remembered.remember(response, account.id);
    const player = { id: account.id, name: account.name, kind: "account" as const };
    return { player: shownPlayer({ player, account, role: account.role }) };
  });

  api.serve(contract.mailCode, async ({ request }) => {
    const account = await requirePending(options, request);
    if (account.factor === "email" && account.email !== null) await factor.mail(account, account.email);
  });

  const leave = async (request: Request, response: Response): Promise<void> => {
    await signOutHere(request);
    response.clearCookie(sessionCookie(options.overTls), { path: "/", secure: options.overTls });
  };

  api.serve(contract.signOut, async ({ caller, request, response }) => {
    const key = sessionKey(request.sessionID);
    await leave(request, response);
    if (caller !== null) await options.revoke(caller.player.id, { only: key });
  });

  api.serve(contract.signOutEverywhere, async ({ caller, request, response }) => {
    await options.secrets.forgetDevices(caller.account.id);
    await leave(request, response);
    await options.revoke(caller.account.id);
  });

  serveMailed(api, options, { verification, takeAddress });
}

interface MailedParts {
  readonly verification: Verification;
  readonly takeAddress: (request: Request) => Promise<void>;
}

/** What begins or ends with a mail. */
function serveMailed(api: Api, options: AuthOptions, { verification, takeAddress }: MailedParts): void {
  const mails = options.createLimit("asked-mail", MAILS);

  api.serve(contract.forgotPassword, async ({ body, request }) => {
    await takeAddress(request);
    await mails.take(emailKey(body.email));
    const forgotten: Forgotten = { email: body.email, site: options.siteOf(request) };
    await options.orderJob(FORGOTTEN_JOB, forgotten);
  });

  api.serve(contract.resetPassword, async ({ body, request }) => {
    await takeAddress(request);
    await takeReset(options, body.token, body.password);
  });

  api.serve(contract.verifyEmail, async ({ body, request }) => {
    await takeAddress(request);
    await verification.take(body.token);
  });
}

/** The account whose code this browser still has to give; null for none, or when it took too long. */
async function pendingAccount({ accounts, wallClock }: AuthOptions, request: Request): Promise<AccountRow | null> {
  const { pending } = request.session;
  if (pending === undefined || wallClock().getTime() - pending.since > PENDING_LASTS_MS) return null;
  return accounts.find(pending.playerId);
}

async function requirePending(options: AuthOptions, request: Request): Promise<AccountRow> {
  const account = await pendingAccount(options, request);
  if (account === null) throw new UserError("signIn.stale", {}, 401);
  return account;
}
