// Proves that an address is an account's own: mails a link, and accepts it. An address that belongs to another account is told of
// the attempt instead; whoever typed it learns nothing.

import type { Request } from "express";
import type { AccountRow } from "../../db/repositories/accounts.ts";
import { UserError } from "../../rooms/user-error.ts";
import { emailKey } from "./password-sign-in.ts";
import type { AuthOptions } from "./options.ts";
import { newToken, tokenHash } from "./secrets.ts";

const LINK_LASTS_MS = 3 * 86_400_000;

export interface Verification {
  /** Mails the address that is waiting to be verified. */
  mail(request: Request, account: AccountRow): Promise<void>;
  /** @throws UserError 410 `verify.stale`, 409 `email.taken` */
  take(token: string): Promise<void>;
}

export function createVerification({ accounts, secrets, post, siteOf, wallClock }: AuthOptions): Verification {
  return {
    async mail(request, account) {
      const to = account.pendingEmail;
      if (to === null) return;
      const site = siteOf(request);
      const token = newToken();
      const now = wallClock();
      const expiresAt = new Date(now.getTime() + LINK_LASTS_MS);
      const owner = await accounts.findByEmailKey(emailKey(to));
      await secrets.keepToken(
        { hash: tokenHash(token), playerId: account.id, purpose: "verify", email: to, expiresAt },
        now,
      );
      const { name } = account;
      if (owner === null || owner.id === account.id) {
        // The secret stands behind the #, which browsers keep to themselves.
        await post.send({ kind: "verifyEmail", to, values: { name, link: `${site}/verify#${token}` } });
      } else {
        const values = { name: owner.name, signInLink: `${site}/sign-in`, resetLink: `${site}/password` };
        await post.send({ kind: "emailTaken", to, values });
      }
    },

    async take(token) {
      const taken = await secrets.takeToken(tokenHash(token), "verify", wallClock());
      const account = taken === null ? null : await accounts.find(taken.playerId);
      if (taken === null || account === null || account.pendingEmail !== taken.email)
        throw new UserError("verify.stale", {}, 410);
      const email = { email: taken.email, emailKey: emailKey(taken.email), pendingEmail: null };
      const made = await accounts.change(account.id, email);
      if ("taken" in made) throw new UserError("email.taken", {}, 409);
    },
  };
}
