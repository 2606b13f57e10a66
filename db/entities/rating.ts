// How strong a player is in one mode (ranking/glicko2.ts), from their first rated match in it on.

import { defineEntity, p } from "@mikro-orm/core";
import type { Mode } from "../../contract/modes.ts";
import { Player } from "./player.ts";

const RatingSchema = defineEntity({
  name: "Rating",
  tableName: "ratings",
  properties: {
    player: () => p.manyToOne(Player).primary().deleteRule("cascade"),
    mode: p.text().$type<Mode>().primary(),
    rating: p.float().columnType("double precision"),
    deviation: p.float().columnType("double precision"),
    volatility: p.float().columnType("double precision"),
    /** Rated matches. */
    played: p.integer(),
    won: p.integer(),
    best: p.float().columnType("double precision"),
    /** When the last rated match ended: since then it gets less sure. */
    ratedAt: p.datetime(),
  },
});

export class Rating extends RatingSchema.class {}
RatingSchema.setClass(Rating);
