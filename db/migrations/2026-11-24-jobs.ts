// Background work.

import { Migration } from "@mikro-orm/migrations";

export class Jobs extends Migration {
  override name = "2026-11-24-jobs";

  override up(): void {
    this.addSql(`create table "jobs" (
      "id" uuid not null, "kind" varchar(32) not null, "key" varchar(128) null, "payload" text not null,
      "status" text not null, "run_at" timestamptz not null, "lease_id" uuid null, "attempts" int not null default 0,
      "last_error" varchar(300) null, "created_at" timestamptz not null, "ended_at" timestamptz null,
      primary key ("id"))`);
    this.addSql(`alter table "jobs" add constraint "jobs_key_unique" unique ("key")`);
    this.addSql(
      `alter table "jobs" add constraint "jobs_status_check" check ("status" in ('waiting', 'done', 'given up'))`,
    );
    this.addSql(`create index "jobs_status_run_at_index" on "jobs" ("status", "run_at")`);
    this.addSql(`create index "jobs_ended_at_index" on "jobs" ("ended_at")`);
  }

  override down(): void {
    this.addSql(`drop table "jobs"`);
  }
}
