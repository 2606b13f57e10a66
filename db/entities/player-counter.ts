// One counter of a player's figures: how often it went one way and how often the other. Kinds and buckets: schema/stat-buckets.ts.

import { defineEntity, p } from "@mikro-orm/core";
import { Player } from "./player.ts";

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
