// A player's achievements: schema/http/achievements.ts. They show what was played, so the player chooses who may see them.

import { ACHIEVEMENTS } from "../../contract/achievements.ts";
import type { AchievementRow, Achievements } from "../../db/repositories/achievements.ts";
import type { Stores } from "../../db/stores.ts";
import { type AchievementsReply, askAchievements } from "../../schema/http/achievements.ts";
import type { Feature } from "../http/feature.ts";
import type { Api } from "../http/serve.ts";
import { type Between, findSeenHistory, type SeenHistoryOptions } from "../people/feature.ts";

export function createAchievements(
  { accounts, achievements }: Stores,
  { between }: { readonly between: Between },
): Feature {
  return { routes: (api) => serveAchievements(api, { accounts, achievements, between }) };
}

interface AchievementsOptions extends SeenHistoryOptions {
  readonly achievements: Achievements;
}

function serveAchievements({ serve }: Api, options: AchievementsOptions): void {
  serve(askAchievements, async ({ params, caller }) => {
    const { id } = await findSeenHistory(options, params.login, caller);
    return { achievements: (await options.achievements.of(id)).flatMap(shown) };
  });
}

/** Skips those that another version awarded and this one doesn't know. */
function shown({ achievement, earnedAt, matchId }: AchievementRow): AchievementsReply["achievements"] {
  const known = ACHIEVEMENTS.find((one) => one === achievement);
  return known === undefined ? [] : [{ achievement: known, earnedAt: earnedAt.toISOString(), matchId }];
}
