// Who may ban whom. Pure.

import type { Role } from "../../contract/people.ts";

interface Ranked {
  readonly id: string;
  readonly role: Role;
}

/** Moderators: players. Admins: everybody. Nobody: themselves. */
export function mayBan(by: Ranked, whom: Ranked): boolean {
  if (by.id === whom.id) return false;
  if (by.role === "admin") return true;
  return by.role === "moderator" && whom.role === "player";
}
