// One player's part in one match, under the name of that day.

import { defineEntity, p } from "@mikro-orm/core";
import { STORED_SITTERS } from "../../contract/matches.ts";
import { Match } from "./match.ts";
import { Player } from "./player.ts";

const MatchSeatSchema = defineEntity({
  name: "MatchSeat",
  tableName: "match_seats",
  properties: {
    match: () => p.manyToOne(Match).primary().deleteRule("cascade"),
    seat: p.smallint().primary(),
    /** Null once the player's row is gone: the match stays in the other one's history. */
    player: () => p.manyToOne(Player).nullable().deleteRule("set null"),
    sitter: p.enum(STORED_SITTERS).default("person"),
    name: p.string().length(80),
    points: p.smallint().default(0),
    /** Lateness of the player's presses, null while the match runs. */
    lateness: p.json<unknown>().nullable(),
    /** The match's, so that one index has a player's history in order. Null while it runs. */
    finishedAt: p.datetime().nullable(),
    /** Whether this seat won, in a finished duel that somebody won; otherwise null. So that one index counts them. */
    wonDuel: p.boolean().nullable(),
    /** The match's, so that one index filters a history; null while it runs. */
    kind: p.text().nullable(),
    mode: p.text().nullable(),
    ranked: p.boolean().default(false),
    /** `won`, `lost`, or `none`: nobody won, or it counts nothing. Null while it runs. */
    outcome: p.text().nullable(),
    /** The opponent's name in small letters, to be searched. */
    opponentKey: p.string().length(80).default(""),
    /** Of the match's mode, in a rated match; null otherwise. */
    ratingBefore: p.float().columnType("double precision").nullable(),
    ratingAfter: p.float().columnType("double precision").nullable(),
    deviationAfter: p.float().columnType("double precision").nullable(),
  },
  // Read along by ../repositories/played.ts.
  indexes: [
    { name: "match_seats_history_index", properties: ["player", "finishedAt", "match"] },
    { name: "match_seats_record_index", properties: ["player", "wonDuel"] },
    {
      name: "match_seats_ratings_index",
      expression: `create index "match_seats_ratings_index" on "match_seats" ("player_id", "mode", "finished_at") where "rating_after" is not null`,
    },
  ],
});

export class MatchSeat extends MatchSeatSchema.class {}
MatchSeatSchema.setClass(MatchSeat);
