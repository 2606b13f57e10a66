// Players' achievements. Written with each result (../writers/achievements.ts).

import { PlayerAchievement } from "../entities/player-achievement.ts";
import type { Orm } from "../open.ts";

export interface AchievementRow {
  /** As the version that wrote it named it. */
  readonly achievement: string;
  readonly matchId: string;
  readonly earnedAt: Date;
}

export interface Achievements {
  /** In the order in which they were earned. */
  of(playerId: string): Promise<AchievementRow[]>;
}

export function createAchievements(orm: Orm): Achievements {
  return {
    async of(playerId) {
      const rows = await orm.em
        .fork()
        .find(PlayerAchievement, { player: playerId }, { orderBy: { earnedAt: "asc", achievement: "asc" } });
      return rows.map(({ achievement, matchId, earnedAt }) => ({ achievement, matchId, earnedAt }));
    },
  };
}
