// Accounts, and the secrets that belong to them.

import { Migration } from "@mikro-orm/migrations";

const AUDIENCES = "('everyone', 'friends', 'nobody')";

export class Accounts extends Migration {
  override name = "2026-11-24-accounts";

  override up(): void {
    this.addSql(`create table "accounts" (
      "player_id" uuid not null, "login" varchar(24) not null, "login_key" varchar(24) not null,
      "name_key" varchar(80) not null, "email" varchar(254) null, "email_key" varchar(254) null,
      "pending_email" varchar(254) null, "password_hash" varchar(200) null, "forty_two_id" varchar(32) null,
      "forty_two_login" varchar(64) null, "role" text not null default 'player', "factor" text not null default 'none',
      "totp_secret" varchar(200) null, "totp_last_step" int not null default 0, "about" varchar(400) not null default '',
      "country" varchar(2) null, "avatar_id" varchar(22) null, "sees_status" text not null default 'everyone',
      "sees_history" text not null default 'everyone', "may_message" text not null default 'everyone',
      "may_challenge" text not null default 'everyone', "banned_until" timestamptz null,
      "ban_reason" varchar(300) not null default '', "language" varchar(8) not null default 'en',
      "created_at" timestamptz not null, primary key ("player_id"))`);
    for (const column of ["login_key", "name_key", "email_key", "forty_two_id"])
      this.addSql(`alter table "accounts" add constraint "accounts_${column}_unique" unique ("${column}")`);
    this.#check("accounts", "role", "('player', 'moderator', 'admin')");
    this.#check("accounts", "factor", "('none', 'totp', 'email')");
    for (const column of ["sees_status", "sees_history", "may_message", "may_challenge"])
      this.#check("accounts", column, AUDIENCES);

    this.addSql(`create table "account_tokens" (
      "hash" varchar(64) not null, "player_id" uuid not null, "purpose" text not null, "email" varchar(254) not null,
      "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("hash"))`);
    this.#check("account_tokens", "purpose", "('verify', 'reset', 'code')");
    this.addSql(`create table "recovery_codes" (
      "player_id" uuid not null, "selector" varchar(8) not null, "code_hash" varchar(200) not null,
      primary key ("player_id", "selector"))`);
    this.addSql(`create table "remembered_devices" (
      "hash" varchar(64) not null, "player_id" uuid not null, "created_at" timestamptz not null,
      "expires_at" timestamptz not null, primary key ("hash"))`);
    for (const table of ["account_tokens", "remembered_devices"])
      for (const column of ["player_id", "expires_at"])
        this.addSql(`create index "${table}_${column}_index" on "${table}" ("${column}")`);
  }

  #check(table: string, column: string, values: string): void {
    this.addSql(`alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in ${values})`);
  }

  override down(): void {
    for (const table of ["remembered_devices", "recovery_codes", "account_tokens", "accounts"])
      this.addSql(`drop table "${table}"`);
  }
}
