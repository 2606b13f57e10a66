// Guests that programs play for, and the verdict on matches with them.

import { Migration } from "@mikro-orm/migrations";

export class Bots extends Migration {
  override name = "2026-11-28-bots";

  override up(): void {
    this.#check("players", "kind", ["guest", "bot", "account"]);
    this.#check("matches", "verdict", ["rated", "unrated", "practice", "noResult", "flagged"]);
  }

  override down(): void {
    this.addSql(`update "players" set "kind" = 'guest' where "kind" = 'bot'`);
    this.addSql(`update "matches" set "verdict" = 'noResult' where "verdict" = 'practice'`);
    this.#check("players", "kind", ["guest", "account"]);
    this.#check("matches", "verdict", ["rated", "unrated", "noResult", "flagged"]);
  }

  #check(table: string, column: string, values: readonly string[]): void {
    const name = `${table}_${column}_check`;
    const listed = values.map((value) => `'${value}'`).join(", ");
    this.addSql(
      `alter table "${table}" drop constraint "${name}", add constraint "${name}" check ("${column}" in (${listed}))`,
    );
  }
}
