// A forgotten password: a link by mail, if the address belongs to an account. That is looked up in the background, so that
// the answer takes as long for an unknown address as for a known one.

import { z } from "zod";
import { UserError } from "../../rooms/user-error.ts";
import type { JobHandler } from "../platform/jobs/run-job.ts";
import { emailKey } from "./password-sign-in.ts";
import type { AuthOptions } from "./options.ts";
import { isCommonPassword } from "./passwords.ts";
import { newToken, tokenHash } from "./secrets.ts";

export const FORGOTTEN_JOB = "forgotten-password";
const LINK_LASTS_MS = 60 * 60_000;

const Forgotten = z.object({ email: z.string(), site: z.string() });
export type Forgotten = z.infer<typeof Forgotten>;

type MailsReset = Pick<AuthOptions, "accounts" | "secrets" | "post" | "wallClock">;

/** The background part. */
export function createMailReset({ accounts, secrets, post, wallClock }: MailsReset): JobHandler {
  return async ({ id, payload }) => {
    const { email, site } = Forgotten.parse(payload);
    const account = await accounts.findByEmailKey(emailKey(email));
    if (account === null || account.email === null) return;
    const token = newToken();
    const now = wallClock();
    const expiresAt = new Date(now.getTime() + LINK_LASTS_MS);
    const about = { playerId: account.id, purpose: "reset" as const, email: account.email };
    await secrets.keepToken({ hash: tokenHash(token), ...about, expiresAt }, now);
    const values = { name: account.name, link: `${site}/password/new#${token}` };
    // A retry still sends a single mail.
    await post.send({ kind: "resetPassword", to: account.email, values }, { key: `reset ${id}` });
  };
}

/** Sets a new password by a mailed link. The second factor stays as it is. @throws UserError 410 `reset.stale` */
export async function takeReset(options: AuthOptions, token: string, password: string): Promise<void> {
  const { accounts, secrets, passwords, wallClock, post } = options;
  const hash = tokenHash(token);
  // Checked before the link is used up: a refused password doesn't cost the link.
  if ((await secrets.findToken(hash, "reset", wallClock())) === null) throw stale();
  if (isCommonPassword(password)) throw new UserError("password.common", {}, 422);
  const passwordHash = await passwords.hash(password);
  const taken = await secrets.takeToken(hash, "reset", wallClock());
  const account = taken === null ? null : await accounts.find(taken.playerId);
  if (taken === null || account === null || account.email !== taken.email) throw stale();
  await accounts.change(account.id, { passwordHash });
  await secrets.forgetDevices(account.id);
  await options.revoke(account.id);
  await post.send({ kind: "passwordChanged", to: taken.email, values: { name: account.name } });
  options.log.info({ playerId: account.id }, "a password was reset by mail");
}

function stale(): UserError {
  return new UserError("reset.stale", {}, 410);
}
