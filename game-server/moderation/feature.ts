// What moderators and admins do to accounts.

import type { Stores } from "../../db/stores.ts";
import type { Feature } from "../http/feature.ts";
import type { IdentityServices } from "../identity/identity.ts";
import type { Platform } from "../platform/platform.ts";
import { serveModeration } from "./serve-moderation.ts";

export function createModeration(
  { wallClock, log }: Platform,
  { accounts, roles }: Stores,
  { revoke }: Pick<IdentityServices, "revoke">,
): Feature {
  return { routes: (api) => serveModeration(api, { accounts, roles, revoke, wallClock, log }) };
}
