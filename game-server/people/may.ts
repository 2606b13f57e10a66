// What one player may see of another and do with them. Pure: from what they are to each other and what the other has chosen.
// A block, whoever's it is, rules out everything, so for somebody who was blocked the blocker is like anybody who lets nobody
// near.

import type { Relation } from "../../db/repositories/friends.ts";
import type { Privacy, PrivacyChoice } from "../../schema/profile.ts";

export const PERMISSIONS = ["seeStatus", "seeHistory", "message", "challenge", "befriend", "watch"] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Which choice of the other's is asked; null: it is up to nobody. */
const CHOICES: Readonly<Record<Permission, PrivacyChoice | null>> = {
  seeStatus: "status",
  seeHistory: "history",
  message: "messages",
  challenge: "challenges",
  befriend: null,
  watch: null,
};

/**
 * @param relation what the viewer is to the target; STRANGERS for guests and for nobody
 * @param privacy the target's choices
 */
export function may(deed: Permission, relation: Relation, privacy: Privacy): boolean {
  if (relation.isSelf) return true;
  if (relation.blocks || relation.isBlocked) return false;
  const choice = CHOICES[deed];
  switch (choice === null ? "everyone" : privacy[choice]) {
    case "everyone":
      return true;
    case "friends":
      return relation.friendship === "friends";
    case "nobody":
      return false;
  }
}
