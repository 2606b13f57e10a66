// What accounts need beside their rows: hashing, sealing, limits, mail and the work that is done in the background.

import type { Logger } from "pino";
import type { Database } from "../../db/open.ts";
import { createAccountSecrets } from "../../db/repositories/account-secrets.ts";
import type { Accounts } from "../../db/repositories/accounts.ts";
import type { Sessions } from "../../db/repositories/sessions.ts";
import { createMailReset, FORGOTTEN_JOB } from "../accounts/forgotten.ts";
import type { FortyTwoOptions } from "../accounts/forty-two/serve-forty-two.ts";
import type { AuthOptions } from "../accounts/options.ts";
import { createPasswords } from "../accounts/passwords.ts";
import { createCodeHash } from "../accounts/secrets.ts";
import { createLimits } from "../platform/limit.ts";
import { type MailService, startMail } from "../mail/start.ts";
import type { NameReservations } from "../identity/name-reservations.ts";
import type { RedisClients } from "../platform/redis.ts";
import { createSealer } from "../platform/seal.ts";
import type { Settings } from "../platform/settings.ts";
import { createSiteOf } from "../accounts/site.ts";

export interface AccountServicesOptions {
  readonly settings: Settings;
  readonly log: Logger;
  readonly database: Database;
  readonly redis: RedisClients | null;
  /** The one that signs session cookies. */
  readonly secret: string;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly nameReservations: NameReservations;
  readonly revoke: AuthOptions["revoke"];
  readonly wallClock: () => Date;
}

export interface AccountServices {
  readonly auth: FortyTwoOptions;
  readonly mail: MailService;
}

export async function createAccountServices(options: AccountServicesOptions): Promise<AccountServices> {
  const { settings, log, database, redis, secret, accounts, sessions, nameReservations, revoke, wallClock } = options;
  const sealer = createSealer(secret);
  const secrets = createAccountSecrets(database.orm);
  const mail = startMail(settings, log, database, sealer, (post) => ({
    [FORGOTTEN_JOB]: createMailReset({ accounts, secrets, post, wallClock }),
  }));
  const auth: FortyTwoOptions = {
    fortyTwo: settings.fortyTwo,
    accounts,
    secrets,
    sessions,
    revoke,
    nameReservations,
    sealer,
    wallClock,
    log,
    passwords: await createPasswords(),
    codeHash: createCodeHash(secret),
    createLimit: createLimits(redis?.commands ?? null),
    triesPerMinute: settings.guestsPerMinute,
    post: mail.post,
    orderJob: mail.orderJob,
    siteOf: createSiteOf(settings),
    overTls: settings.publicUrl?.protocol === "https:",
  };
  return { auth, mail };
}
