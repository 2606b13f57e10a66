// What moderators and admins do to accounts: schema/http/moderation.ts. Everything they do is logged, with who did it to whom.

import type { Logger } from "pino";
import type { Role } from "../../contract/people.ts";
import type { AccountRow, Accounts } from "../../db/repositories/accounts.ts";
import type { Roles } from "../../db/repositories/roles.ts";
import type { Stores } from "../../db/stores.ts";
import { UserError } from "../../rooms/user-error.ts";
import { ban, setRole, unban } from "../../schema/http/moderation.ts";
import type { Feature } from "../http/feature.ts";
import type { Api } from "../http/serve.ts";
import { findAccount } from "../identity/find-account.ts";
import type { IdentityServices } from "../identity/identity.ts";
import type { Platform } from "../platform/platform.ts";

const HOUR_MS = 3_600_000;

export function createModeration(
  { wallClock, log }: Platform,
  { accounts, roles }: Stores,
  { revoke }: Pick<IdentityServices, "revoke">,
): Feature {
  return { routes: (api) => serveModeration(api, { accounts, roles, revoke, wallClock, log }) };
}

interface ModerationOptions {
  readonly accounts: Pick<Accounts, "findByLoginKey" | "change">;
  readonly roles: Roles;
  /** Ends a player's sessions, and what is open with them. */
  readonly revoke: (playerId: string) => Promise<void>;
  readonly wallClock: () => Date;
  readonly log: Logger;
}

function serveModeration({ serve }: Api, { accounts, roles, revoke, wallClock, log }: ModerationOptions): void {
  serve(ban, async ({ params, body: { hours, reason }, caller }) => {
    const account = await findBannable(accounts, caller.account, params.login);
    const bannedUntil = new Date(wallClock().getTime() + hours * HOUR_MS);
    await accounts.change(account.id, { bannedUntil, banReason: reason });
    // From here on nobody gets in to this account: what is left is what was already open.
    await revoke(account.id);
    log.info({ ...whoAndWhom(caller.account, account), until: bannedUntil.toISOString(), reason }, "banned");
  });

  serve(unban, async ({ params, caller }) => {
    const account = await findBannable(accounts, caller.account, params.login);
    await accounts.change(account.id, { bannedUntil: null, banReason: "" });
    log.info(whoAndWhom(caller.account, account), "let in again");
  });

  serve(setRole, async ({ params, body: { role }, caller }) => {
    const account = await findAccount(accounts, params.login);
    if (!(await roles.set(account.id, role, wallClock()))) throw new UserError("role.lastAdmin", {}, 409);
    log.info({ ...whoAndWhom(caller.account, account), from: account.role, to: role }, "has another role");
  });
}

/** @throws UserError 404 when there is none, 403 when the caller may not ban it */
async function findBannable(accounts: ModerationOptions["accounts"], by: AccountRow, login: string) {
  const account = await findAccount(accounts, login);
  if (!mayBan(by, account)) throw new UserError("forbidden", {}, 403);
  return account;
}

function whoAndWhom(by: AccountRow, whom: AccountRow) {
  return { by: by.login, byId: by.id, whom: whom.login, whomId: whom.id };
}

interface Ranked {
  readonly id: string;
  readonly role: Role;
}

/** Who may ban whom. Moderators: players. Admins: everybody. Nobody: themselves. */
export function mayBan(by: Ranked, whom: Ranked): boolean {
  if (by.id === whom.id) return false;
  if (by.role === "admin") return true;
  return by.role === "moderator" && whom.role === "player";
}
