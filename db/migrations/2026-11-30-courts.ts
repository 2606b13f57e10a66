// What court a match is played on: with the version of the rules it says which game it is (pong/games.ts). So far there was one.

import { Migration } from "@mikro-orm/migrations";

export class Courts extends Migration {
  override name = "2026-11-30-courts";

  override up(): void {
    this.addSql(`alter table "matches" add column "court_id" varchar(32) not null default 'classic'`);
  }

  override down(): void {
    this.addSql(`alter table "matches" drop column "court_id"`);
  }
}
