// Reports of browsers: errors by fingerprint, and metrics as counts per day.

import { Migration } from "@mikro-orm/migrations";

export class Reports extends Migration {
  override name = "2026-11-24-reports";

  override up(): void {
    this.addSql(`create table "client_errors" (
      "fingerprint" varchar(32) not null, "build" varchar(12) not null, "page" varchar(16) not null,
      "message" varchar(300) not null, "stack" varchar(2000) not null, "count" bigint not null,
      "first_seen_at" timestamptz not null, "last_seen_at" timestamptz not null, primary key ("fingerprint"))`);
    this.addSql(`create index "client_errors_last_seen_at_index" on "client_errors" ("last_seen_at")`);
    this.addSql(`create table "client_figures" (
      "day" date not null, "figure" varchar(16) not null, "bucket" varchar(24) not null, "count" bigint not null,
      primary key ("day", "figure", "bucket"))`);
  }

  override down(): void {
    for (const table of ["client_figures", "client_errors"]) this.addSql(`drop table "${table}"`);
  }
}
