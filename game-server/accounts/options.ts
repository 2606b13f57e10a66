// What the account routes are given (put together by feature.ts).

import type { Request } from "express";
import type { Logger } from "pino";
import type { AccountSecrets } from "../../db/repositories/account-secrets.ts";
import type { Accounts } from "../../db/repositories/accounts.ts";
import type { Sessions } from "../../db/repositories/sessions.ts";
import type { Revoke } from "../identity/identity.ts";
import type { NameReservations } from "../identity/name-reservations.ts";
import type { Post } from "../mail/feature.ts";
import type { OrderJob } from "../platform/jobs/orders.ts";
import type { CreateLimit } from "../platform/limit.ts";
import type { Sealer } from "../platform/seal.ts";
import type { Settings } from "../platform/settings.ts";
import type { Passwords } from "./passwords.ts";
import type { CodeHash } from "./secrets.ts";

export interface AuthOptions {
  readonly accounts: Accounts;
  readonly secrets: AccountSecrets;
  readonly sessions: Sessions;
  readonly revoke: Revoke;
  readonly nameReservations: Pick<NameReservations, "claim" | "release">;
  readonly passwords: Passwords;
  readonly sealer: Sealer;
  readonly codeHash: CodeHash;
  readonly createLimit: CreateLimit;
  /** How often one address may try to get in per minute. */
  readonly triesPerMinute: number;
  readonly post: Post;
  readonly orderJob: OrderJob;
  /** Beginning of the links in mails: https://rally.example */
  readonly siteOf: (request: Request) => string;
  readonly overTls: boolean;
  readonly wallClock: () => Date;
  readonly log: Logger;
}

/**
 * What links in mails begin with: the public address of the settings, or, where nothing stands in front, what the visitor typed to
 * get here. Settings make sure that mails leave this machine only where the public one is known: anybody can claim to have typed
 * anything.
 */
export function createSiteOf({ publicUrl }: Pick<Settings, "publicUrl">): (request: Request) => string {
  return (request) => publicUrl?.origin ?? `${request.protocol}://${request.get("host") ?? "localhost"}`;
}
