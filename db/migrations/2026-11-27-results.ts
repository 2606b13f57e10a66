// The facts of a match, and which process plays it: when a process dies, the others know what it leaves behind.

import { Migration } from "@mikro-orm/migrations";

export class Results extends Migration {
  override name = "2026-11-27-results";

  override up(): void {
    this.addSql(`alter table "matches" add column "facts" jsonb null, add column "process_id" uuid null`);
    this.addSql(`create table "processes" ("id" uuid not null, "seen_at" timestamptz not null, primary key ("id"))`);
  }

  override down(): void {
    this.addSql(`drop table "processes"`);
    this.addSql(`alter table "matches" drop column "facts", drop column "process_id"`);
  }
}
