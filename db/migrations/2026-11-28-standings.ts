// The lists of the strongest, of all time and by season, filled from the ratings and from what was rated so far.

import { Migration } from "@mikro-orm/migrations";

/** As ranking/glicko2.ts had it when this was written: 3 days a period, provisional from a deviation of 110 on. */
const SURE_DAYS = `least(3650, 3 * greatest(0, 110 ^ 2 - "deviation" ^ 2) / (173.7178 * "volatility") ^ 2)`;
const COLUMNS = `"season", "mode", "player_id", "country", "rating", "played", "won", "rated_at", "sure_until", "is_listed"`;
const LISTED = `include ("sure_until") where "is_listed"`;

export class Standings extends Migration {
  override name = "2026-11-28-standings";

  override up(): void {
    this.addSql(`create table "standings" (
      "season" varchar(8) not null, "mode" text check ("mode" in ('classic', 'quick')) not null, "player_id" uuid not null,
      "country" varchar(2) null, "rating" int not null, "played" int not null, "won" int not null,
      "rated_at" timestamptz not null, "sure_until" timestamptz not null, "is_listed" boolean not null,
      primary key ("season", "mode", "player_id"))`);
    this.addSql(`create index "standings_player_id_index" on "standings" ("player_id")`);
    this.addSql(`alter table "standings" add constraint "standings_player_id_foreign" foreign key ("player_id")
      references "accounts" ("player_id") on delete cascade`);
    this.addSql(
      `create index "standings_order_index" on "standings" ("season", "mode", "rating" desc, "player_id") ${LISTED}`,
    );
    this.addSql(
      `create index "standings_country_index" on "standings" ("season", "mode", "country", "rating" desc, "player_id") ${LISTED}`,
    );
    this.addSql(
      `create index "accounts_banned_until_index" on "accounts" ("banned_until") where "banned_until" is not null`,
    );
    this.#fillAllTime();
    this.#fillSeasons();
  }

  #fillAllTime(): void {
    this.addSql(`insert into "standings" (${COLUMNS})
      select 'all', "mode", "ratings"."player_id", "country", round("rating"), "played", "won", "rated_at",
        "rated_at" + ${SURE_DAYS} * interval '1 day', "deviation" < 110
      from "ratings" join "accounts" on "accounts"."player_id" = "ratings"."player_id"`);
  }

  /** Ten matches of a season bring a player into its list. */
  #fillSeasons(): void {
    this.addSql(`insert into "standings" (${COLUMNS})
      select "season", "mode", "player_id", "country", round("rating"), "played", "won", "rated_at",
        "rated_at" + ${SURE_DAYS} * interval '1 day', "deviation" < 110 and "played" >= 10
      from (
        select to_char("finished_at" at time zone 'UTC', 'YYYY-"Q"Q') as "season", "seats"."mode", "seats"."player_id",
          "country", "volatility", count(*) as "played", count(*) filter (where "outcome" = 'won') as "won",
          max("finished_at") as "rated_at",
          (array_agg("rating_after" order by "finished_at" desc, "match_id" desc))[1] as "rating",
          (array_agg("deviation_after" order by "finished_at" desc, "match_id" desc))[1] as "deviation"
        from "match_seats" as "seats"
          join "ratings" on "ratings"."player_id" = "seats"."player_id" and "ratings"."mode" = "seats"."mode"
          join "accounts" on "accounts"."player_id" = "seats"."player_id"
        where "rating_after" is not null
        group by 1, 2, 3, 4, 5) as "seasons"`);
  }

  override down(): void {
    this.addSql(`drop index "accounts_banned_until_index"`);
    this.addSql(`drop table "standings"`);
  }
}
