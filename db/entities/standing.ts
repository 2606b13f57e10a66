// Where an account stands in the list of a mode: of all time, or of one season. Decided by ranking/standings.ts.

import { defineEntity, p } from "@mikro-orm/core";
import type { Mode } from "../../contract/modes.ts";
import { Account } from "./account.ts";

const LISTED = `include ("sure_until") where "is_listed"`;

const StandingSchema = defineEntity({
  name: "Standing",
  tableName: "standings",
  properties: {
    /** ranking/seasons.ts. */
    season: p.string().length(8).primary(),
    mode: p.text().$type<Mode>().primary(),
    player: () => p.manyToOne(Account).primary().fieldName("player_id").index().deleteRule("cascade"),
    /** The account's, so that one index has a country's list in order. */
    country: p.string().length(2).nullable(),
    rating: p.integer(),
    played: p.integer(),
    won: p.integer(),
    ratedAt: p.datetime(),
    sureUntil: p.datetime(),
    isListed: p.boolean(),
  },
  // Read along by ../repositories/leaderboards.ts.
  indexes: [
    {
      name: "standings_order_index",
      expression: `create index "standings_order_index" on "standings" ("season", "mode", "rating" desc, "player_id") ${LISTED}`,
    },
    {
      name: "standings_country_index",
      expression: `create index "standings_country_index" on "standings" ("season", "mode", "country", "rating" desc, "player_id") ${LISTED}`,
    },
  ],
});

export class Standing extends StandingSchema.class {}
StandingSchema.setClass(Standing);
