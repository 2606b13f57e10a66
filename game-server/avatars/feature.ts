// Pictures of players: made of what they upload, kept in the data folder, served.

import { join } from "node:path";
import type { Stores } from "../../db/stores.ts";
import type { Feature } from "../http/feature.ts";
import type { Platform } from "../platform/platform.ts";
import { createAvatarFiles } from "./avatar-files.ts";
import { avatarRoutes } from "./avatar-routes.ts";
import { createMakeAvatar } from "./make-avatar.ts";
import { serveAccountAvatar } from "./serve-account-avatar.ts";

export function createAvatars({ settings, createLimit }: Platform, { accounts, usedAvatars }: Stores): Feature {
  const files = createAvatarFiles(join(settings.dataDir, "avatars"));
  const makeAvatar = createMakeAvatar();
  return {
    routes: (api) => serveAccountAvatar(api, { accounts, files, makeAvatar, createLimit }),
    pages: { "/avatars": avatarRoutes(files) },
    cleanUp: { "pictures that are nobody's": (now) => files.removeUnreferenced(usedAvatars, now) },
  };
}
