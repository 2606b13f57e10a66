// Who asks: the player of a session, with what they may do. The one place where a session becomes a person, for HTTP
// (http/serve.ts) and for joining rooms (socket-identity.ts).

import type { AccountRow, Accounts } from "../../db/repositories/accounts.ts";
import type { PlayerRow } from "../../db/repositories/players.ts";
import type { Role } from "../../contract/people.ts";
import type { RestoreGuestName } from "./restore-guest-name.ts";
import { isWornOut, type StoredSession } from "./session-store.ts";

export interface Caller {
  readonly player: PlayerRow;
  /** Null for a guest. */
  readonly account: AccountRow | null;
  readonly role: "guest" | Role;
}

/** The caller of this session, or null for none, or a session that is no longer valid. Counts as a sign of life. */
export type IdentifyRequest = (session: Pick<StoredSession, "playerId" | "since">) => Promise<Caller | null>;

export interface IdentifyRequestOptions {
  readonly accounts: Pick<Accounts, "of">;
  readonly restoreGuestName: RestoreGuestName;
  readonly wallClock: () => Date;
}

export function createIdentifyRequest({
  accounts,
  restoreGuestName,
  wallClock,
}: IdentifyRequestOptions): IdentifyRequest {
  return async (session) => {
    if (session.playerId === undefined) return null;
    const player = await restoreGuestName(session.playerId);
    if (player === null) return null;
    if (player.kind !== "account") return { player, account: null, role: "guest" };
    const account = await accounts.of(player);
    if (account === null || isBanned(account, wallClock()) || isWornOut(session, wallClock())) return null;
    return { player, account, role: account.role };
  };
}

export function isBanned({ bannedUntil }: Pick<AccountRow, "bannedUntil">, now: Date): boolean {
  return bannedUntil !== null && bannedUntil > now;
}
