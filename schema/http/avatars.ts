// A picture of oneself. What it may be: schema/profile.ts. How it is served: game-server/avatars/feature.ts.

import { z } from "zod";
import { AVATAR_TYPES } from "../profile.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Account";

export const AvatarReply = z.object({ avatarId: z.string() });
export type AvatarReply = z.infer<typeof AvatarReply>;

export const uploadAvatar = endpoint({
  method: "PUT",
  path: "/api/account/avatar",
  access: "player",
  tag,
  summary:
    "Uploads a profile picture of up to 4 MB and 25 million pixels. It is re-encoded; nothing of the file itself is kept.",
  bytes: AVATAR_TYPES,
  reply: AvatarReply,
  refusals: ["avatar.type", "avatar.tooLarge", "avatar.tooManyPixels", "avatar.broken", "tooMany"],
});

export const removeAvatar = endpoint({
  method: "DELETE",
  path: "/api/account/avatar",
  access: "player",
  tag,
  summary: "Removes the picture. One generated from the account's id takes its place.",
});
