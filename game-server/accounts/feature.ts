// Accounts, and guests, who have none: names, ways in and out, second factors.

import type { Stores } from "../../db/stores.ts";
import { askSite } from "../../schema/http/site.ts";
import type { Feature } from "../http/feature.ts";
import type { Api } from "../http/serve.ts";
import type { IdentityServices } from "../identity/identity.ts";
import type { Post } from "../mail/feature.ts";
import type { Platform } from "../platform/platform.ts";
import { createConfirm } from "./confirm.ts";
import { createEnter } from "./enter.ts";
import { createMailReset, FORGOTTEN_JOB } from "./forgotten.ts";
import { type FortyTwoOptions, fortyTwoRoutes, serveFortyTwo } from "./forty-two/serve-forty-two.ts";
import { createPasswords } from "./passwords.ts";
import { createRemembered } from "./remembered.ts";
import { createSecondFactor } from "./second-factor.ts";
import { createCodeHash } from "./secrets.ts";
import { serveAccount } from "./serve-account.ts";
import { serveFactor } from "./serve-factor.ts";
import { serveGuests } from "./serve-guests.ts";
import { serveSignIn, type SignInParts } from "./serve-sign-in.ts";
import { createShowAccount, type ShowAccount } from "./show-account.ts";
import { createSiteOf } from "./options.ts";
import { createVerification } from "./verification.ts";

export { privacyOf, type ShowAccount } from "./show-account.ts";

export interface AccountsNeeds {
  readonly identity: IdentityServices;
  readonly post: Post;
}

export interface AccountsFeature extends Feature {
  readonly showAccount: ShowAccount;
}

export async function createAccounts(
  platform: Platform,
  stores: Stores,
  { identity, post }: AccountsNeeds,
): Promise<AccountsFeature> {
  const { settings, secret, wallClock } = platform;
  const { accounts, players, accountSecrets: secrets } = stores;
  const { fortyTwo, guestsPerMinute } = settings;
  const options: FortyTwoOptions = {
    ...platform,
    ...identity,
    accounts,
    secrets,
    post,
    fortyTwo,
    passwords: await createPasswords(),
    codeHash: createCodeHash(secret),
    triesPerMinute: guestsPerMinute,
    siteOf: createSiteOf(settings),
  };
  const factor = createSecondFactor(options);
  const remembered = createRemembered(options);
  const enter = createEnter(options, factor, remembered);
  const showAccount = createShowAccount(secrets);
  return {
    showAccount,
    routes(api) {
      serveGuests(api, { ...identity, players, accounts, wallClock, guestsPerMinute });
      serveAccounts(api, options, { factor, remembered, enter, showAccount });
      api.serve(askSite, () => ({ contact: settings.operatorContact, fortyTwo: fortyTwo !== null }));
    },
    pages: { "/auth/42": fortyTwoRoutes(options, enter, identity.identifyRequest) },
    jobs: { [FORGOTTEN_JOB]: createMailReset({ accounts, secrets, post, wallClock }) },
    cleanUp: {
      "sessions that have ended": (now) => identity.sessions.removeExpired(now),
      "links and codes that have ended": (now) => secrets.removeExpired(now),
    },
  };
}

type Parts = Omit<SignInParts, "verification"> & { readonly showAccount: ShowAccount };

function serveAccounts(api: Api, options: FortyTwoOptions, { factor, remembered, enter, showAccount }: Parts): void {
  const verification = createVerification(options);
  const confirm = createConfirm(options);
  serveSignIn(api, options, { factor, remembered, enter, verification });
  serveAccount(api, options, { confirm, verification, showAccount });
  serveFactor(api, options, { confirm, factor, showAccount });
  serveFortyTwo(api, options, confirm);
}
