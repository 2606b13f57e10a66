// The routes of schema/http/account.ts that change who an account is: names, address, password, signed-in browsers. Its second
// factor: serve-factor.ts. Its profile: ../people/serve-profiles.ts.

import { sessionKey } from "../../db/repositories/sessions.ts";
import type { AccountChange, AccountRow } from "../../db/repositories/accounts.ts";
import * as contract from "../../schema/http/account.ts";
import { UserError } from "../../rooms/user-error.ts";
import type { Api } from "../http/serve.ts";
import type { Mail } from "../mail/feature.ts";
import { claimName } from "../identity/claim-name.ts";
import { nameKey } from "../identity/name-key.ts";
import { SESSION_MS, StoredSession } from "../identity/session-store.ts";
import type { Confirm } from "./confirm.ts";
import type { AuthOptions } from "./options.ts";
import { isCommonPassword } from "./passwords.ts";
import type { ShowAccount } from "./show-account.ts";
import { requireFreeLogin, takenMistake } from "./sign-up.ts";
import type { Verification } from "./verification.ts";

const VERIFICATIONS = [
  [1, 30],
  [5, 3600],
  [10, 86_400],
] as const;

export interface AccountParts {
  readonly confirm: Confirm;
  readonly verification: Verification;
  readonly showAccount: ShowAccount;
}

export function serveAccount(
  api: Api,
  options: AuthOptions,
  { confirm, verification, showAccount }: AccountParts,
): void {
  const mails = options.createLimit("verification", VERIFICATIONS);

  api.serve(contract.askAccount, ({ caller }) => showAccount(caller.account));

  api.serve(contract.changeName, async ({ body: { name, password }, caller: { account }, request }) => {
    await confirm(request, account, password);
    await claimName(options, account.id, name, "account");
    const changed = await change(options, account, { name, nameKey: nameKey(name) });
    await tell(options, account, { kind: "nameChanged", values: { name: account.name, newName: name } });
    return showAccount(changed);
  });

  api.serve(contract.changeLogin, async ({ body: { login, password }, caller: { account }, request }) => {
    requireFreeLogin(login);
    await confirm(request, account, password);
    const changed = await change(options, account, { login, loginKey: nameKey(login) });
    await tell(options, account, { kind: "loginChanged", values: { name: account.name, newLogin: login } });
    return showAccount(changed);
  });

  api.serve(contract.changeEmail, async ({ body: { email, password }, caller: { account }, request }) => {
    await confirm(request, account, password);
    await mails.take(account.id);
    const changed = await change(options, account, { pendingEmail: email });
    await verification.mail(request, changed);
    await tell(options, account, { kind: "emailChanged", values: { name: account.name, newEmail: email } });
    return showAccount(changed);
  });

  api.serve(contract.mailVerification, async ({ caller: { account }, request }) => {
    await mails.take(account.id);
    await verification.mail(request, account);
  });

  api.serve(contract.changePassword, async ({ body: { newPassword, password }, caller: { account }, request }) => {
    if (isCommonPassword(newPassword)) throw new UserError("password.common", {}, 422);
    await confirm(request, account, password);
    const changed = await change(options, account, { passwordHash: await options.passwords.hash(newPassword) });
    await options.secrets.forgetDevices(account.id);
    await options.revoke(account.id, { except: sessionKey(request.sessionID) });
    await tell(options, account, { kind: "passwordChanged", values: { name: account.name } });
    return showAccount(changed);
  });

  serveDevices(api, options);
}

function serveDevices(api: Api, { sessions, wallClock, revoke }: AuthOptions): void {
  api.serve(contract.askDevices, async ({ caller: { account }, request }) => {
    const here = sessionKey(request.sessionID);
    const rows = await sessions.list(account.id, wallClock());
    const devices = rows.map(({ key, data, expiresAt }) => {
      const { device = "", since = 0 } = StoredSession.safeParse(data).data ?? {};
      // Its end moves with each request.
      const lastSeen = new Date(expiresAt.getTime() - SESSION_MS).toISOString();
      return { key, device, since: new Date(since).toISOString(), lastSeen, here: key === here };
    });
    return { devices: devices.toSorted((one, other) => other.lastSeen.localeCompare(one.lastSeen)) };
  });

  api.serve(contract.revokeDevice, async ({ params, caller: { account } }) => {
    await revoke(account.id, { only: params.key });
  });
}

/** @throws UserError 409 when it is somebody else's already */
async function change({ accounts }: AuthOptions, account: AccountRow, to: AccountChange): Promise<AccountRow> {
  const made = await accounts.change(account.id, to);
  if ("taken" in made) throw takenMistake(made.taken);
  return made.account;
}

/** Mails the address that was the account's before, if it had one. */
export async function tell({ post }: Pick<AuthOptions, "post">, before: AccountRow, mail: Mail): Promise<void> {
  if (before.email !== null) await post.send({ ...mail, to: before.email });
}
