// The first tables: players, sessions, matches.

import { Migration } from "@mikro-orm/migrations";

export class PlayersSessionsMatches extends Migration {
  override name = "2026-11-23-players-sessions-matches";

  override up(): void {
    this.addSql(`create table "players" (
      "id" uuid not null, "name" varchar(80) not null, "name_key" varchar(80) not null, "kind" text not null,
      "created_at" timestamptz not null, "last_seen_at" timestamptz not null, primary key ("id"))`);
    this.addSql(`create index "players_name_key_index" on "players" ("name_key")`);
    this.addSql(`alter table "players" add constraint "players_kind_check" check ("kind" in ('guest', 'account'))`);

    this.addSql(`create table "sessions" (
      "id_hash" varchar(64) not null, "player_id" uuid null, "data" jsonb not null, "expires_at" timestamptz not null,
      primary key ("id_hash"))`);
    this.addSql(`create index "sessions_player_id_index" on "sessions" ("player_id")`);
    this.addSql(`create index "sessions_expires_at_index" on "sessions" ("expires_at")`);

    this.addSql(`create table "matches" (
      "id" uuid not null, "room_id" varchar(32) not null, "status" text not null, "rules" jsonb not null,
      "rules_version" int not null, "seed" bigint not null, "started_at" timestamptz not null,
      "finished_at" timestamptz null, "winner" smallint not null default -1, "end_reason" varchar(16) null,
      "summary" jsonb null, "recording" bytea null, "recording_hash" varchar(64) not null default '',
      primary key ("id"))`);
    this.addSql(`create index "matches_status_index" on "matches" ("status")`);
    this.addSql(
      `alter table "matches" add constraint "matches_status_check" check ("status" in ('running', 'finished', 'interrupted'))`,
    );

    this.addSql(`create table "match_seats" (
      "match_id" uuid not null, "seat" smallint not null, "player_id" uuid null, "name" varchar(80) not null,
      "points" smallint not null default 0, "lateness" jsonb null, primary key ("match_id", "seat"))`);
    this.addSql(`create index "match_seats_player_id_index" on "match_seats" ("player_id")`);
    this.addSql(
      `alter table "match_seats" add constraint "match_seats_match_id_foreign" foreign key ("match_id") references "matches" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "match_seats" add constraint "match_seats_player_id_foreign" foreign key ("player_id") references "players" ("id") on delete set null`,
    );
  }

  override down(): void {
    for (const table of ["match_seats", "matches", "sessions", "players"]) this.addSql(`drop table "${table}"`);
  }
}
