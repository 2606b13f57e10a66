// Friendships and blocks.

import { Migration } from "@mikro-orm/migrations";

export class Friends extends Migration {
  override name = "2026-11-24-friends";

  override up(): void {
    this.addSql(`create table "friendships" (
      "low_id" uuid not null, "high_id" uuid not null, "asked_by" uuid not null, "asked_at" timestamptz not null,
      "accepted_at" timestamptz null, primary key ("low_id", "high_id"))`);
    this.addSql(`create index "friendships_high_id_index" on "friendships" ("high_id")`);
    this.addSql(`create table "blocks" (
      "blocker_id" uuid not null, "blocked_id" uuid not null, "since" timestamptz not null,
      primary key ("blocker_id", "blocked_id"))`);
    this.addSql(`create index "blocks_blocked_id_index" on "blocks" ("blocked_id")`);
    this.#belongsToPlayers("friendships", "low_id");
    this.#belongsToPlayers("friendships", "high_id");
    this.#belongsToPlayers("blocks", "blocker_id");
    this.#belongsToPlayers("blocks", "blocked_id");
  }

  #belongsToPlayers(table: string, column: string): void {
    this.addSql(
      `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "players" ("id") on update cascade on delete cascade`,
    );
  }

  override down(): void {
    for (const table of ["blocks", "friendships"]) this.addSql(`drop table "${table}"`);
  }
}
