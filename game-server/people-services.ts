// What the routes about people are handed: their pages, what they have played, who is kept out. A part of services.ts.

import type { Logger } from "pino";
import type { Orm } from "../db/open.ts";
import { createAccountSecrets } from "../db/repositories/account-secrets.ts";
import type { AccountRow, Accounts } from "../db/repositories/accounts.ts";
import { createPlayed } from "../db/repositories/played.ts";
import { createRoles } from "../db/repositories/roles.ts";
import { createShowAccount } from "./auth/show-account.ts";
import type { Caller } from "./callers.ts";
import { STRANGER } from "./friends/may.ts";
import type { Revoke } from "./live.ts";
import type { ModerationOptions } from "./moderation/serve-moderation.ts";
import type { Presence } from "./presence.ts";
import type { ProfilesOptions } from "./profiles/serve-profiles.ts";
import type { Between } from "./profiles/show-player.ts";

export interface PeopleNeeds {
  readonly accounts: Accounts;
  readonly revoke: Revoke;
  readonly presence: Pick<Presence, "statusesOf">;
  readonly today: () => Date;
  readonly log: Logger;
}

export function peopleServices(
  orm: Orm,
  { accounts, revoke, presence, today, log }: PeopleNeeds,
): { profiles: ProfilesOptions; moderation: ModerationOptions } {
  return {
    profiles: {
      accounts,
      played: createPlayed(orm),
      showAccount: createShowAccount(createAccountSecrets(orm)),
      between: async (caller, account) => between(caller, account),
      presence,
      today,
    },
    moderation: {
      accounts,
      roles: createRoles(orm),
      revoke,
      today,
      log,
    },
  };
}

function between(caller: Caller | null, account: AccountRow): Between {
  return { ...STRANGER, isSelf: caller?.player.id === account.id, friendship: "none", blocked: false };
}
