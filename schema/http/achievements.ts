// A player's achievements: achievements.ts has the whole list.

import { z } from "zod";
import { ACHIEVEMENTS } from "../../contract/achievements.ts";
import { endpoint } from "./endpoint.ts";
import { LoginParams } from "./fields.ts";

export const AchievementsReply = z.object({
  achievements: z.array(
    z.object({
      achievement: z.enum(ACHIEVEMENTS),
      earnedAt: z.string(),
      /** The match that earned it. */
      matchId: z.string(),
    }),
  ),
});
export type AchievementsReply = z.infer<typeof AchievementsReply>;

export const askAchievements = endpoint({
  method: "GET",
  path: "/api/players/{login}/achievements",
  access: "anyone",
  tag: "Achievements",
  summary: "A player's achievements, in the order they were earned. All there are: docs/achievements.md.",
  params: LoginParams,
  reply: AchievementsReply,
  refusals: ["notFound", "history.hidden"],
});
