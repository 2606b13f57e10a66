// What a player has earned: schema/http/achievements.ts. It tells of what they have played, so they choose who may see it.

import type { AchievementRow, Achievements } from "../../db/repositories/achievements.ts";
import { ACHIEVEMENTS } from "../../schema/achievements.ts";
import { type AchievementsReply, askAchievements } from "../../schema/http/achievements.ts";
import type { Api } from "../http/serve.ts";
import { findSeenHistory, type SeenHistoryOptions } from "../people/feature.ts";

export interface AchievementsOptions extends SeenHistoryOptions {
  readonly achievements: Achievements;
}

export function serveAchievements({ serve }: Api, options: AchievementsOptions): void {
  serve(askAchievements, async ({ params, caller }) => {
    const { id } = await findSeenHistory(options, params.login, caller);
    return { achievements: (await options.achievements.of(id)).flatMap(shown) };
  });
}

/** None for one that another version gave and this one does not know. */
function shown({ achievement, earnedAt, matchId }: AchievementRow): AchievementsReply["achievements"] {
  const known = ACHIEVEMENTS.find((one) => one === achievement);
  return known === undefined ? [] : [{ achievement: known, earnedAt: earnedAt.toISOString(), matchId }];
}
