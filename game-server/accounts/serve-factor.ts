// The routes of schema/http/account.ts for the second factor: turning it on, which takes a code made with it, and off, which
// takes another.

import type { AccountRow } from "../../db/repositories/accounts.ts";
import { UserError } from "../../rooms/user-error.ts";
import * as contract from "../../schema/http/account.ts";
import type { Factor } from "../../contract/people.ts";
import type { Api } from "../http/serve.ts";
import type { Confirm } from "./confirm.ts";
import type { AuthOptions } from "./options.ts";
import { requireRight, type SecondFactor, totpPlace } from "./second-factor.ts";
import { tell } from "./serve-account.ts";
import type { ShowAccount } from "./show-account.ts";
import { newTotpSecret, totpUri } from "./totp.ts";

export interface FactorParts {
  readonly confirm: Confirm;
  readonly factor: SecondFactor;
  readonly showAccount: ShowAccount;
}

export function serveFactor(api: Api, options: AuthOptions, { confirm, factor, showAccount }: FactorParts): void {
  const turnOn = (account: AccountRow, kind: "totp" | "email", code: string) =>
    turnFactorOn(options, factor, account, kind, code);

  api.serve(contract.beginTotp, async ({ body, caller: { account }, request }) => {
    requireFactor(account, "none", "factor.already");
    await confirm(request, account, body.password);
    const secret = newTotpSecret();
    await options.accounts.change(account.id, { totpSecret: options.sealer.seal(secret, totpPlace(account.id)) });
    return { secret, uri: totpUri(secret, account.login) };
  });

  api.serve(contract.confirmTotp, ({ body, caller: { account } }) => turnOn(account, "totp", body.code));

  api.serve(contract.beginEmailFactor, async ({ body, caller: { account }, request }) => {
    requireFactor(account, "none", "factor.already");
    if (account.email === null) throw new UserError("email.unverified", {}, 409);
    await confirm(request, account, body.password);
    await factor.mail(account, account.email);
  });

  api.serve(contract.confirmEmailFactor, ({ body, caller: { account } }) => turnOn(account, "email", body.code));

  api.serve(contract.renewRecoveryCodes, async ({ body, caller: { account }, request }) => {
    if (account.factor === "none") throw new UserError("factor.none", {}, 409);
    await confirm(request, account, body.password);
    return { recoveryCodes: await factor.renewRecoveryCodes(account.id) };
  });

  api.serve(contract.mailFactorCode, async ({ caller: { account } }) => {
    if (account.factor !== "email" || account.email === null) throw new UserError("factor.none", {}, 409);
    await factor.mail(account, account.email);
  });

  api.serve(contract.removeFactor, async ({ body, caller: { account }, request }) => {
    if (account.factor === "none") throw new UserError("factor.none", {}, 409);
    await confirm(request, account, body.password);
    requireRight(await factor.check(account, body.code));
    const changed = await setFactor(options, account, "none");
    return showAccount(changed);
  });

  api.serve(contract.forgetDevices, async ({ caller: { account } }) => {
    await options.secrets.forgetDevices(account.id);
  });
}

async function turnFactorOn(
  options: AuthOptions,
  factor: SecondFactor,
  account: AccountRow,
  kind: "totp" | "email",
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  requireFactor(account, "none", "factor.already");
  if (kind === "totp" && account.totpSecret === null) throw new UserError("factor.notBegun", {}, 409);
  requireRight(await factor.checkNew(account, kind, code));
  const recoveryCodes = await factor.renewRecoveryCodes(account.id);
  await setFactor(options, account, kind);
  return { recoveryCodes };
}

async function setFactor(options: AuthOptions, account: AccountRow, factor: Factor): Promise<AccountRow> {
  const { accounts, secrets } = options;
  const made = await accounts.change(account.id, factor === "totp" ? { factor } : { factor, totpSecret: null });
  if ("taken" in made) throw new Error(`an account's second factor cannot be taken: ${made.taken}`);
  if (factor === "none") await secrets.keepRecoveryCodes(account.id, []);
  await secrets.forgetDevices(account.id);
  await tell(options, account, { kind: "factorChanged", values: { name: account.name, factor } });
  return made.account;
}

function requireFactor(account: AccountRow, wanted: Factor, code: string): void {
  if (account.factor !== wanted) throw new UserError(code, {}, 409);
}
