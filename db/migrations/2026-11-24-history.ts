// What a player's history and record are read by: the seats of finished matches know when they ended and how.

import { Migration } from "@mikro-orm/migrations";

export class History extends Migration {
  override name = "2026-11-24-history";

  override up(): void {
    this.addSql(
      `alter table "match_seats" add column "finished_at" timestamptz null, add column "won_duel" boolean null`,
    );
    this.addSql(`update "match_seats" set "finished_at" = "matches"."finished_at",
      "won_duel" = case when "matches"."kind" = 'duel' and "matches"."winner" <> -1
        then "matches"."winner" = "match_seats"."seat" end
      from "matches" where "matches"."id" = "match_seats"."match_id" and "matches"."status" = 'finished'`);
    this.addSql(`drop index "match_seats_player_id_index"`);
    this.addSql(`create index "match_seats_history_index" on "match_seats" ("player_id", "finished_at", "match_id")`);
    this.addSql(`create index "match_seats_record_index" on "match_seats" ("player_id", "won_duel")`);
  }

  override down(): void {
    this.addSql(`drop index "match_seats_record_index"`);
    this.addSql(`drop index "match_seats_history_index"`);
    this.addSql(`create index "match_seats_player_id_index" on "match_seats" ("player_id")`);
    this.addSql(`alter table "match_seats" drop column "finished_at", drop column "won_duel"`);
  }
}
