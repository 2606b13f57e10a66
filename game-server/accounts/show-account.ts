// What an account sees of itself: never a hash, a secret or a key.

import type { AccountSecrets } from "../../db/repositories/account-secrets.ts";
import type { AccountRow } from "../../db/repositories/accounts.ts";
import type { AccountReply } from "../../schema/http/account.ts";
import type { Privacy } from "../../schema/profile.ts";

export type ShowAccount = (account: AccountRow) => Promise<AccountReply>;

export function createShowAccount(secrets: Pick<AccountSecrets, "countRecoveryCodes">): ShowAccount {
  return async (account) => {
    const { id, login, name, email, pendingEmail, factor, about, country, avatarId, role } = account;
    return {
      id,
      login,
      name,
      email,
      pendingEmail,
      factor,
      about,
      country,
      avatarId,
      role,
      hasPassword: account.passwordHash !== null,
      fortyTwo: account.fortyTwoId === null ? null : (account.fortyTwoLogin ?? ""),
      recoveryCodesLeft: await secrets.countRecoveryCodes(id),
      privacy: privacyOf(account),
      createdAt: account.createdAt.toISOString(),
    };
  };
}

export function privacyOf(account: AccountRow): Privacy {
  const { seesStatus, seesHistory, mayMessage, mayChallenge } = account;
  return { status: seesStatus, history: seesHistory, messages: mayMessage, challenges: mayChallenge };
}
