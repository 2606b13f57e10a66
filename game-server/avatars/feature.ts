// Pictures of players: made of what they upload, kept in the data folder, served.

import { join } from "node:path";
import { Router } from "express";
import type { Stores } from "../../db/stores.ts";
import type { Feature } from "../http/feature.ts";
import type { Platform } from "../platform/platform.ts";
import { createAvatarFiles, type AvatarFiles } from "./avatar-files.ts";
import { createMakeAvatar } from "./make-avatar.ts";
import { serveAccountAvatar } from "./serve-account-avatar.ts";

export function createAvatars({ settings, createLimit }: Platform, { accounts }: Stores): Feature {
  const files = createAvatarFiles(join(settings.dataDir, "avatars"));
  const makeAvatar = createMakeAvatar();
  return {
    routes: (api) => serveAccountAvatar(api, { accounts, files, makeAvatar, createLimit }),
    pages: { "/avatars": avatarRoutes(files) },
    cleanUp: {
      "pictures that are nobody's": (now) => files.removeUnreferenced((ids) => accounts.usedAvatars(ids), now),
    },
  };
}

/** GET /avatars/<id>-<size>.webp: a picture of an avatar. Nothing else is found below /avatars. */
function avatarRoutes(files: Pick<AvatarFiles, "read">): Router {
  const router = Router();
  router.use(async (request, response, next) => {
    // As sent, percent signs and all, since they are not part of such a name.
    const name = request.path.slice(1);
    const isAsked = request.method === "GET" || request.method === "HEAD";
    const picture = isAsked ? await files.read(name) : null;
    if (picture === null) return next();
    response.set({
      "Content-Type": "image/webp",
      "Content-Disposition": `inline; filename="${name}"`,
      // An id never gets another picture.
      "Cache-Control": "public, max-age=31536000, immutable",
      "Content-Security-Policy": "default-src 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    });
    response.send(picture);
  });
  return router;
}
