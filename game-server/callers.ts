// Who asks: the player of a session, with what they may do. The one place where a session becomes a person, for HTTP
// (http/serve.ts) and for joining rooms (who-is.ts).

import type { AccountRow, Accounts } from "../db/repositories/accounts.ts";
import type { PlayerRow } from "../db/repositories/players.ts";
import type { Role } from "../schema/profile.ts";
import type { Arrive } from "./arrivals.ts";
import { isWornOut, type StoredSession } from "./session-store.ts";

export interface Caller {
  readonly player: PlayerRow;
  /** Null for a guest. */
  readonly account: AccountRow | null;
  readonly role: "guest" | Role;
}

/** The caller of this session, or null: nobody, or somebody whose session no longer counts. A sign of life. */
export type CallerOf = (session: Pick<StoredSession, "playerId" | "since">) => Promise<Caller | null>;

export interface CallersOptions {
  readonly accounts: Pick<Accounts, "of">;
  readonly arrive: Arrive;
  readonly today: () => Date;
}

export function createCallerOf({ accounts, arrive, today }: CallersOptions): CallerOf {
  return async (session) => {
    if (session.playerId === undefined) return null;
    const player = await arrive(session.playerId);
    if (player === null) return null;
    if (player.kind !== "account") return { player, account: null, role: "guest" };
    const account = await accounts.of(player);
    if (account === null || isBanned(account, today()) || isWornOut(session, today())) return null;
    return { player, account, role: account.role };
  };
}

export function isBanned({ bannedUntil }: Pick<AccountRow, "bannedUntil">, now: Date): boolean {
  return bannedUntil !== null && bannedUntil > now;
}
