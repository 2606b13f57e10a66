// Achievements. Nothing is filled in: whatever is counted (matches won, opponents) is awarded with the next match.

import { Migration } from "@mikro-orm/migrations";

export class Achievements extends Migration {
  override name = "2026-11-28-achievements";

  override up(): void {
    this.addSql(`create table "player_achievements" (
      "player_id" uuid not null, "achievement" varchar(32) not null, "match_id" uuid not null,
      "earned_at" timestamptz not null, primary key ("player_id", "achievement"))`);
    this.addSql(`alter table "player_achievements" add constraint "player_achievements_player_id_foreign"
      foreign key ("player_id") references "players" ("id") on delete cascade`);
  }

  override down(): void {
    this.addSql(`drop table "player_achievements"`);
  }
}
