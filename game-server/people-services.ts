// What the routes about people are handed: their pages, what they have played, who is kept out. A part of services.ts.

import type { Logger } from "pino";
import type { Orm } from "../db/open.ts";
import { createAccountSecrets } from "../db/repositories/account-secrets.ts";
import type { AccountRow, Accounts } from "../db/repositories/accounts.ts";
import { createPlayed } from "../db/repositories/played.ts";
import { createRoles } from "../db/repositories/roles.ts";
import type { Sessions } from "../db/repositories/sessions.ts";
import { createShowAccount } from "./auth/show-account.ts";
import type { Caller } from "./callers.ts";
import type { Connections } from "./connections.ts";
import { STRANGER } from "./friends/may.ts";
import type { ModerationOptions } from "./moderation/serve-moderation.ts";
import type { Presence } from "./presence.ts";
import type { ProfilesOptions } from "./profiles/serve-profiles.ts";
import type { Between } from "./profiles/show-player.ts";

export interface PeopleNeeds {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly connections: Pick<Connections, "revoke">;
  readonly presence: Pick<Presence, "statusesOf">;
  readonly today: () => Date;
  readonly log: Logger;
}

export function peopleServices(
  orm: Orm,
  { accounts, sessions, connections, presence, today, log }: PeopleNeeds,
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
      async revoke(playerId) {
        await sessions.revoke(playerId);
        connections.revoke({ playerId });
      },
      today,
      log,
    },
  };
}

function between(caller: Caller | null, account: AccountRow): Between {
  return { ...STRANGER, isSelf: caller?.player.id === account.id, friendship: "none", blocked: false };
}
