// A picture of oneself over HTTP. What it may be: ../avatars.ts. How it is served: game-server/http/avatars.ts.

import { z } from "zod";

export const AvatarReply = z.object({ avatarId: z.string() });
export type AvatarReply = z.infer<typeof AvatarReply>;
