// Whose status somebody may see, of many at once. What decides it: may.ts.

import type { Accounts } from "../../db/repositories/accounts.ts";
import { type Friends, STRANGERS } from "../../db/repositories/friends.ts";
import { privacyOf } from "../accounts/feature.ts";
import { may } from "./may.ts";

/** Those of the ids; never guests, who have no page: only the lobby shows them. */
export type VisibleTo = (viewerId: string, ids: readonly string[]) => Promise<Set<string>>;

export function createVisibleTo(friends: Pick<Friends, "relations">, accounts: Pick<Accounts, "findAll">): VisibleTo {
  return async (viewerId, ids) => {
    if (ids.length === 0) return new Set();
    const relations = await friends.relations(viewerId, ids);
    const visible = (await accounts.findAll(ids)).filter((account) =>
      may("seeStatus", relations.get(account.id) ?? STRANGERS, privacyOf(account)),
    );
    return new Set(visible.map(({ id }) => id));
  };
}
