// What statistics are made of, counted with each result; and with each seat what a history is filtered by.

import { Migration } from "@mikro-orm/migrations";

export class Figures extends Migration {
  override name = "2026-11-27-figures";

  override up(): void {
    this.addSql(`create table "player_counters" (
      "player_id" uuid not null, "kind" text check ("kind" in ('mode', 'hour', 'rally', 'place', 'reaction')) not null,
      "bucket" smallint not null, "won" int not null, "lost" int not null, primary key ("player_id", "kind", "bucket"))`);
    this.addSql(`create table "player_records" (
      "player_id" uuid not null, "longest_rally" int not null, "longest_match" uuid null, "longest_tick" int not null,
      "streak" int not null, "best_streak" int not null, primary key ("player_id"))`);
    this.#belongsToPlayers("player_counters", "");
    // One row per player: MikroORM sees the same key in both.
    this.#belongsToPlayers("player_records", "on update cascade");
    this.addSql(`alter table "match_seats" add column "kind" text null, add column "mode" text null,
      add column "ranked" boolean not null default false, add column "outcome" text null,
      add column "opponent_key" varchar(80) not null default ''`);
    this.addSql(`update "match_seats" as "own" set "kind" = "matches"."kind", "mode" = "matches"."mode",
        "ranked" = "matches"."ranked", "opponent_key" = coalesce((select lower("other"."name") from "match_seats" as "other"
          where "other"."match_id" = "own"."match_id" and "other"."seat" <> "own"."seat"), ''),
        "outcome" = case when "matches"."winner" = -1 then 'none'
          when "matches"."winner" = "own"."seat" then 'won' else 'lost' end
      from "matches" where "matches"."id" = "own"."match_id" and "matches"."status" = 'finished'`);
    this.addSql(`create index "match_seats_ratings_index" on "match_seats" ("player_id", "mode", "finished_at")
      where "rating_after" is not null`);
  }

  #belongsToPlayers(table: string, onUpdate: string): void {
    this.addSql(
      `alter table "${table}" add constraint "${table}_player_id_foreign" foreign key ("player_id") references "players" ("id") ${onUpdate} on delete cascade`,
    );
  }

  override down(): void {
    this.addSql(`drop index "match_seats_ratings_index"`);
    this.addSql(`alter table "match_seats" drop column "kind", drop column "mode", drop column "ranked",
      drop column "outcome", drop column "opponent_key"`);
    for (const table of ["player_records", "player_counters"]) this.addSql(`drop table "${table}"`);
  }
}
