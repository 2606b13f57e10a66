// All routes of accounts, and the one way in that others share (42).

import type { Api } from "../http/serve.ts";
import { createConfirm, type Confirm } from "./confirm.ts";
import type { Enter } from "./enter.ts";
import type { AuthOptions } from "./options.ts";
import { createSecondFactor } from "./second-factor.ts";
import { serveAccount } from "./serve-account.ts";
import { serveFactor } from "./serve-factor.ts";
import { serveSignIn } from "./serve-sign-in.ts";
import { createVerification } from "./verification.ts";

export interface Auth {
  readonly enter: Enter;
  readonly confirm: Confirm;
}

export function serveAuth(api: Api, options: AuthOptions): Auth {
  const factor = createSecondFactor(options);
  const verification = createVerification(options);
  const confirm = createConfirm(options);
  const enter = serveSignIn(api, options, { factor, verification });
  serveAccount(api, options, { confirm, verification });
  serveFactor(api, options, { confirm, factor });
  return { enter, confirm };
}
