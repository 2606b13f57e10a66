// What is counted of a player's matches.

import { defineEntity, p } from "@mikro-orm/core";
import { Player } from "./player.ts";

/** A player's records: the longest rally they were in, and how many they have won in a row. */
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

/** One counter of a player's figures: how often it went one way and how often the other. Kinds and buckets: schema/stat-buckets.ts. */
const PlayerCounterSchema = defineEntity({
  name: "PlayerCounter",
  tableName: "player_counters",
  properties: {
    player: () => p.manyToOne(Player).primary().deleteRule("cascade"),
    /** `mode` and `hour`: matches won and lost; `rally`: points; `place`: balls returned and missed; `reaction`: how many. */
    kind: p.enum(["mode", "hour", "rally", "place", "reaction"] as const).primary(),
    bucket: p.smallint().primary(),
    won: p.integer(),
    lost: p.integer(),
  },
});

export class PlayerCounter extends PlayerCounterSchema.class {}
PlayerCounterSchema.setClass(PlayerCounter);

/** How often each of two players has won against the other, in duels. One row a pair. */
const HeadToHeadSchema = defineEntity({
  name: "HeadToHead",
  tableName: "head_to_heads",
  properties: {
    /** The one whose id is the lower. */
    low: () => p.manyToOne(Player).primary().deleteRule("cascade"),
    high: () => p.manyToOne(Player).primary().index().deleteRule("cascade"),
    lowWon: p.integer().default(0),
    highWon: p.integer().default(0),
    lastAt: p.datetime(),
  },
});

export class HeadToHead extends HeadToHeadSchema.class {}
HeadToHeadSchema.setClass(HeadToHead);
