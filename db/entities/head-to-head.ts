// How often each of two players has won against the other, in duels. One row a pair.

import { defineEntity, p } from "@mikro-orm/core";
import { Player } from "./player.ts";

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
