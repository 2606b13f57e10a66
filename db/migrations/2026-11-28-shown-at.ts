// From when on others than its players may know how a match ended, as spectators may be behind.

import { Migration } from "@mikro-orm/migrations";

export class ShownAt extends Migration {
  override name = "2026-11-28-shown-at";

  override up(): void {
    this.addSql(`alter table "matches" add column "shown_at" timestamptz null`);
  }

  override down(): void {
    this.addSql(`alter table "matches" drop column "shown_at"`);
  }
}
