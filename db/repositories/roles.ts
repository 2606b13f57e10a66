// Moderators and admins. There is always an admin who is not banned: of two admins who step down at once, one stays.

import { LockMode } from "@mikro-orm/core";
import { Account } from "../entities/account.ts";
import type { Orm } from "../open.ts";
import type { AccountRow } from "./accounts.ts";

export interface Roles {
  /**
   * False when the account is the last admin and would stop being one; then nothing changes.
   * @throws Error when there is no such account
   */
  set(id: string, role: AccountRow["role"], now: Date): Promise<boolean>;
}

export function createRoles(orm: Orm): Roles {
  return {
    set: (id, role, now) =>
      orm.em.fork().transactional(async (em) => {
        // In one order, so that there is no deadlock.
        const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: "asc" } } as const;
        const admins = await em.find(Account, { role: "admin" }, lock);
        const left = admins.filter((admin) => admin.id !== id && !isBanned(admin.bannedUntil, now));
        const wasAdmin = admins.some((admin) => admin.id === id);
        if (wasAdmin && role !== "admin" && left.length === 0) return false;
        const account = await em.findOneOrFail(Account, { id });
        account.role = role;
        return true;
      }),
  };
}

function isBanned(until: Date | null | undefined, now: Date): boolean {
  return until !== null && until !== undefined && until > now;
}
