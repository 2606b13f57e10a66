// What one may see of an account and do to it. Pure: who blocked whom and who are friends is looked up elsewhere.

import type { Privacy, PrivacyChoice } from "../../schema/profile.ts";

/** What the one who asks is to the account. */
export interface Relation {
  readonly isSelf: boolean;
  readonly areFriends: boolean;
  /** Either of the two has blocked the other. */
  readonly isBlocked: boolean;
}

export const STRANGER: Relation = { isSelf: false, areFriends: false, isBlocked: false };

export function may(what: PrivacyChoice, { isSelf, areFriends, isBlocked }: Relation, privacy: Privacy): boolean {
  if (isSelf) return true;
  if (isBlocked) return false;
  return privacy[what] === "everyone" || (privacy[what] === "friends" && areFriends);
}
