// A player's records: the longest rally they were in, and how many they have won in a row.

import { defineEntity, p } from "@mikro-orm/core";
import { Player } from "./player.ts";

const PlayerRecordSchema = defineEntity({
  name: "PlayerRecord",
  tableName: "player_records",
  properties: {
    player: () => p.oneToOne(Player).primary().deleteRule("cascade"),
    longestRally: p.integer(),
    /** Where it was: its match, and the tick at which it began. */
    longestMatch: p.uuid().nullable(),
    longestTick: p.integer(),
    /** Won in a row; below 0, lost. */
    streak: p.integer(),
    bestStreak: p.integer(),
  },
});

export class PlayerRecord extends PlayerRecordSchema.class {}
PlayerRecordSchema.setClass(PlayerRecord);
