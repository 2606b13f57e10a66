// What somebody is shown of an account: what they may not see is null. Who may: may.ts.

import type { AccountRow } from "../../db/repositories/accounts.ts";
import type { Played } from "../../db/repositories/played.ts";
import type { PlayerReply } from "../../schema/http/players.ts";
import { privacyOf } from "../accounts/feature.ts";
import { type Caller, isBanned } from "../identity/request-identity.ts";
import { type Permission, may } from "./may.ts";
import type { Presence } from "../cluster/presence.ts";
import type { Between } from "./see-history.ts";

export interface ShowPlayerOptions {
  readonly played: Pick<Played, "record">;
  readonly between: Between;
  readonly presence: Pick<Presence, "statusesOf">;
  readonly wallClock: () => Date;
}

export type ShowPlayer = (account: AccountRow, caller: Caller | null) => Promise<PlayerReply>;

export function createShowPlayer({ played, between, presence, wallClock }: ShowPlayerOptions): ShowPlayer {
  return async (account, caller) => {
    const { id, login, name, about, country, avatarId, role } = account;
    const relation = await between(caller, account);
    const mayCaller = (deed: Permission) => may(deed, relation, privacyOf(account));
    const seen = mayCaller("seeStatus") ? (await presence.statusesOf([id])).get(id) : undefined;
    const isOther = caller !== null && !relation.isSelf;
    return {
      id,
      login,
      name,
      about,
      country,
      avatarId,
      role,
      createdAt: account.createdAt.toISOString(),
      status: seen?.status ?? null,
      lastSeenAt: seen?.lastSeenAt ?? null,
      record: mayCaller("seeHistory") ? await played.record(id) : null,
      isSelf: relation.isSelf,
      friendship: relation.friendship,
      blocked: relation.blocks,
      // Also for somebody who is blocked: they would learn it otherwise. Asking leads to nothing.
      mayBefriend: isOther && caller.account !== null && relation.friendship === "none" && !relation.blocks,
      mayChallenge: isOther && mayCaller("challenge"),
      mayMessage: isOther && mayCaller("message"),
      bannedUntil: isModerator(caller) && isBanned(account, wallClock()) ? isoOrNull(account.bannedUntil) : null,
    };
  };
}

function isModerator(caller: Caller | null): boolean {
  return caller?.role === "moderator" || caller?.role === "admin";
}

function isoOrNull(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
