// Which modes there are is said by contract/modes.ts and checked where a mode comes in, so the tables need not know them: a new
// one asks for no change of theirs.

import { Migration } from "@mikro-orm/migrations";

const TABLES = ["matches", "ratings", "standings"];

export class Modes extends Migration {
  override name = "2026-11-30-modes";

  override up(): void {
    for (const table of TABLES) this.addSql(`alter table "${table}" drop constraint "${table}_mode_check"`);
  }

  override down(): void {
    for (const table of TABLES) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_mode_check" check ("mode" in ('classic', 'quick')) not valid`,
      );
    }
  }
}
