// GET /avatars/<id>-<size>.webp: a picture of an avatar. Nothing else is found below /avatars.

import { Router } from "express";
import type { AvatarFiles } from "./avatar-files.ts";

export function avatarRoutes(files: Pick<AvatarFiles, "read">): Router {
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
