// Matches against the computer and at one keyboard: what a match is for, and who sat where.

import { Migration } from "@mikro-orm/migrations";

export class KindsOfMatches extends Migration {
  override name = "2026-11-24-kinds-of-matches";

  override up(): void {
    this.addSql(`alter table "matches" add column "kind" text not null default 'duel'`);
    this.addSql(
      `alter table "matches" add constraint "matches_kind_check" check ("kind" in ('duel', 'practice', 'warmUp', 'keyboard'))`,
    );
    this.addSql(`alter table "match_seats" add column "sitter" text not null default 'person'`);
    this.addSql(
      `alter table "match_seats" add constraint "match_seats_sitter_check" check ("sitter" in ('person', 'companion', 'computer'))`,
    );
  }

  override down(): void {
    this.addSql(`alter table "match_seats" drop column "sitter"`);
    this.addSql(`alter table "matches" drop column "kind"`);
  }
}
