// Ratings, who has won against whom, and notifications.

import { Migration } from "@mikro-orm/migrations";

export class Ratings extends Migration {
  override name = "2026-11-27-ratings";

  override up(): void {
    this.addSql(`alter table "matches" add column "mode" text null, add column "ranked" boolean not null default false,
      add column "verdict" text null,
      add constraint "matches_mode_check" check ("mode" in ('classic', 'quick')),
      add constraint "matches_verdict_check" check ("verdict" in ('rated', 'unrated', 'noResult', 'flagged'))`);
    this.addSql(`update "matches" set "verdict" = 'unrated' where "status" = 'finished'`);
    this.addSql(`alter table "match_seats" add column "rating_before" double precision null,
      add column "rating_after" double precision null, add column "deviation_after" double precision null`);
    this.addSql(`create table "ratings" (
      "player_id" uuid not null, "mode" text check ("mode" in ('classic', 'quick')) not null,
      "rating" double precision not null, "deviation" double precision not null, "volatility" double precision not null,
      "played" int not null, "won" int not null, "best" double precision not null, "rated_at" timestamptz not null,
      primary key ("player_id", "mode"))`);
    this.addSql(`create table "head_to_heads" (
      "low_id" uuid not null, "high_id" uuid not null, "low_won" int not null default 0, "high_won" int not null default 0,
      "last_at" timestamptz not null, primary key ("low_id", "high_id"))`);
    this.addSql(`create index "head_to_heads_high_id_index" on "head_to_heads" ("high_id")`);
    this.addSql(`create table "notifications" (
      "id" uuid not null, "player_id" uuid not null, "kind" varchar(32) not null, "about" jsonb not null,
      "topic" varchar(80) not null, "created_at" timestamptz not null, "read_at" timestamptz null, primary key ("id"))`);
    this.addSql(`create index "notifications_player_index" on "notifications" ("player_id", "created_at", "id")`);
    this.addSql(
      `alter table "notifications" add constraint "notifications_topic_unique" unique ("player_id", "topic")`,
    );
    this.#belongsToPlayers("ratings", "player_id", "");
    this.#belongsToPlayers("head_to_heads", "low_id", "on update cascade");
    this.#belongsToPlayers("head_to_heads", "high_id", "on update cascade");
    this.#belongsToPlayers("notifications", "player_id", "");
  }

  #belongsToPlayers(table: string, column: string, onUpdate: string): void {
    this.addSql(
      `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "players" ("id") ${onUpdate} on delete cascade`,
    );
  }

  override down(): void {
    for (const table of ["notifications", "head_to_heads", "ratings"]) this.addSql(`drop table "${table}"`);
    this.addSql(`alter table "match_seats" drop column "rating_before", drop column "rating_after",
      drop column "deviation_after"`);
    this.addSql(`alter table "matches" drop column "mode", drop column "ranked", drop column "verdict"`);
  }
}
