// Which avatars are in use. The files themselves: game-server/avatars/avatar-files.ts.

import { Account } from "../entities/account.ts";
import type { Orm } from "../open.ts";

/** Those of the ids that an account uses. */
export type UsedAvatars = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

export function createUsedAvatars(orm: Orm): UsedAvatars {
  return async (ids) => {
    const accounts = await orm.em.fork().find(Account, { avatarId: { $in: [...ids] } }, { fields: ["avatarId"] });
    return new Set(accounts.flatMap(({ avatarId }) => avatarId ?? []));
  };
}
