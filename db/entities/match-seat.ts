// One player's part in one match, under the name of that day.

import { defineEntity, p } from "@mikro-orm/core";
import { Match } from "./match.ts";
import { Player } from "./player.ts";

const MatchSeatSchema = defineEntity({
  name: "MatchSeat",
  tableName: "match_seats",
  properties: {
    match: () => p.manyToOne(Match).primary().deleteRule("cascade"),
    seat: p.smallint().primary(),
    /** Null once the player's row is gone: the match stays in the other one's history. */
    player: () => p.manyToOne(Player).nullable().index().deleteRule("set null"),
    sitter: p.enum(["person", "companion", "computer"] as const).default("person"),
    name: p.string().length(80),
    points: p.smallint().default(0),
    /** Lateness of the player's presses, null while the match runs. */
    lateness: p.json<unknown>().nullable(),
  },
});

export class MatchSeat extends MatchSeatSchema.class {}
MatchSeatSchema.setClass(MatchSeat);
