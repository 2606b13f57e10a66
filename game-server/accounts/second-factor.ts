// The second step of signing in: checks a code of the authenticator or of the mail, or a recovery code, which works for both.

import type { AccountRow } from "../../db/repositories/accounts.ts";
import { UserError } from "../../rooms/user-error.ts";
import type { Limit } from "../platform/limit.ts";
import type { AuthOptions } from "./options.ts";
import { newCode, newRecoveryCode, RECOVERY_CODES, readRecoveryCode, recoveryCodeText } from "./secrets.ts";
import { totpStep } from "./totp.ts";

const CODE_LASTS_MS = 10 * 60_000;
/** Three of a million codes are right at a time: at 20 tries a day, guessing takes a lifetime. */
const TRIES = [
  [5, 60],
  [10, 900],
  [20, 86_400],
] as const;
const MAILS = [
  [1, 30],
  [4, 900],
  [12, 86_400],
] as const;

export interface SecondFactor {
  /** Mails a code to an account that takes codes by mail. @throws UserError 429 */
  mail(account: AccountRow, to: string): Promise<void>;
  /** Whether the code is right; if so, it is used up. @throws UserError 429 */
  check(account: AccountRow, code: string): Promise<boolean>;
  /** Like check, but with a code of this kind, before it is turned on. @throws UserError 429 */
  checkNew(account: AccountRow, kind: "totp" | "email", code: string): Promise<boolean>;
  /** Makes new recovery codes; they are in the answer and nowhere else. */
  renewRecoveryCodes(playerId: string): Promise<string[]>;
}

export function totpPlace(playerId: string): string {
  return `totp ${playerId}`;
}

export function createSecondFactor(options: AuthOptions): SecondFactor {
  const { accounts, secrets, sealer, codeHash, wallClock } = options;
  const tries: Limit = options.createLimit("code", TRIES);
  const mails: Limit = options.createLimit("code-mail", MAILS);

  async function isTotp(account: AccountRow, code: string): Promise<boolean> {
    if (account.totpSecret === null) return false;
    const step = totpStep(sealer.unseal(account.totpSecret, totpPlace(account.id)), code, wallClock());
    return step !== null && (await accounts.takeTotpStep(account.id, step));
  }

  async function isMailed(account: AccountRow, code: string): Promise<boolean> {
    return (await secrets.takeToken(codeHash(account.id, code), "code", wallClock())) !== null;
  }

  async function isRecovery(account: AccountRow, code: string): Promise<boolean> {
    const read = readRecoveryCode(code);
    if (read === null) return false;
    const stored = await secrets.findRecoveryCode(account.id, read.selector);
    if (!(await options.passwords.verify(stored, read.secret))) return false;
    return secrets.takeRecoveryCode(account.id, read.selector);
  }

  async function counted(account: AccountRow, isRight: () => Promise<boolean>): Promise<boolean> {
    await tries.take(account.id);
    const right = await isRight();
    if (right) await tries.forget(account.id);
    return right;
  }

  return {
    async mail(account, to) {
      await mails.take(account.id);
      const code = newCode();
      const now = wallClock();
      const expiresAt = new Date(now.getTime() + CODE_LASTS_MS);
      const token = { hash: codeHash(account.id, code), playerId: account.id, purpose: "code" as const };
      await secrets.keepToken({ ...token, email: to, expiresAt }, now);
      await options.post.send({ kind: "signInCode", to, values: { name: account.name, code } });
    },

    check: (account, code) =>
      counted(account, async () => {
        if (await isRecovery(account, code)) return true;
        return account.factor === "totp" ? isTotp(account, code) : isMailed(account, code);
      }),

    checkNew: (account, kind, code) =>
      counted(account, () => (kind === "totp" ? isTotp(account, code) : isMailed(account, code))),

    async renewRecoveryCodes(playerId) {
      const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
      const kept = [];
      for (const { selector, secret } of codes) {
        kept.push({ selector, codeHash: await options.passwords.hash(secret) });
      }
      await secrets.keepRecoveryCodes(playerId, kept);
      return codes.map(recoveryCodeText);
    },
  };
}

/** @throws UserError 403 when it is not */
export function requireRight(isRight: boolean): void {
  if (!isRight) throw new UserError("code.wrong", {}, 403);
}

/** An address with most of it hidden: a•••@r•••.example */
export function maskEmail(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  const [host = "", ...rest] = domain.split(".");
  return `${local.slice(0, 1)}•••@${host.slice(0, 1)}•••.${rest.join(".")}`;
}
