// An achievement that a player has earned: contract/achievements.ts has the list.

import { defineEntity, p } from "@mikro-orm/core";
import { Player } from "./player.ts";

const PlayerAchievementSchema = defineEntity({
  name: "PlayerAchievement",
  tableName: "player_achievements",
  properties: {
    player: () => p.manyToOne(Player).primary().deleteRule("cascade"),
    achievement: p.string().length(32).primary(),
    /** The match that earned it. */
    matchId: p.uuid(),
    earnedAt: p.datetime(),
  },
});

export class PlayerAchievement extends PlayerAchievementSchema.class {}
PlayerAchievementSchema.setClass(PlayerAchievement);
