// A player who has blocked another one.

import { defineEntity, p } from "@mikro-orm/core";
import { Player } from "./player.ts";

const BlockSchema = defineEntity({
  name: "Block",
  tableName: "blocks",
  properties: {
    blocker: () => p.manyToOne(Player).primary().deleteRule("cascade"),
    blocked: () => p.manyToOne(Player).primary().index().deleteRule("cascade"),
    since: p.datetime(),
  },
});

export class Block extends BlockSchema.class {}
BlockSchema.setClass(Block);
