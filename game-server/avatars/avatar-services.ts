// What avatars need, put together: for the routes, and for the hourly clean-up.

import { join } from "node:path";
import type { Orm } from "../../db/open.ts";
import { createUsedAvatars } from "../../db/repositories/avatars.ts";
import type { CleanUpOptions } from "../app/clean-up.ts";
import type { AvatarOptions } from "./serve-account-avatar.ts";
import { createAvatarFiles } from "./avatar-files.ts";
import { createMakeAvatar } from "./make-avatar.ts";

export interface AvatarServices {
  readonly http: AvatarOptions;
  readonly cleanUp: CleanUpOptions["avatars"];
}

export function createAvatarServices(
  dataDir: string,
  orm: Orm,
  { accounts, createLimit }: Pick<AvatarOptions, "accounts" | "createLimit">,
): AvatarServices {
  const files = createAvatarFiles(join(dataDir, "avatars"));
  return {
    http: { accounts, files, makeAvatar: createMakeAvatar(), createLimit },
    cleanUp: { files, usedOf: createUsedAvatars(orm) },
  };
}
