// What makes a player an account: how they sign in, their profile, who may see it. The row of the player it
// belongs to was there before (player.ts), with the matches that refer to it.

import { defineEntity, p } from "@mikro-orm/core";
import { AUDIENCES, FACTORS, ROLES } from "../../contract/people.ts";

const AccountSchema = defineEntity({
  name: "Account",
  tableName: "accounts",
  properties: {
    /** Of the player. */
    id: p.uuid().fieldName("player_id").primary(),
    login: p.string().length(24),
    /** When two login names count as the same: game-server/identity/name-key.ts. */
    loginKey: p.string().length(24).unique(),
    /** Of the display name, which is in the player's row. */
    nameKey: p.string().length(80).unique(),
    /** Only once it is verified: until then nobody knows whose it is, and it must not keep its owner out. */
    email: p.string().length(254).nullable(),
    /** In small letters. */
    emailKey: p.string().length(254).nullable().unique(),
    /** The address that a mail was sent to and that is not verified yet. */
    pendingEmail: p.string().length(254).nullable(),
    /** Argon2id in its own format; null for those who sign in with 42 alone. */
    passwordHash: p.string().length(200).nullable(),
    fortyTwoId: p.string().length(32).nullable().unique(),
    fortyTwoLogin: p.string().length(64).nullable(),
    role: p.enum(ROLES).default("player"),
    factor: p.enum(FACTORS).default("none"),
    /** Sealed (game-server/platform/seal.ts); there before `factor` says so, while it is being set up. */
    totpSecret: p.string().length(200).nullable(),
    /** The time step of the last code that was accepted, so that none is accepted twice. */
    totpLastStep: p.integer().default(0),
    about: p.string().length(400).default(""),
    /** ISO 3166, two capital letters. */
    country: p.string().length(2).nullable(),
    /** Names the files in DATA_DIR/avatars. */
    avatarId: p.string().length(22).nullable(),
    seesStatus: p.enum(AUDIENCES).default("everyone"),
    seesHistory: p.enum(AUDIENCES).default("everyone"),
    mayMessage: p.enum(AUDIENCES).default("everyone"),
    mayChallenge: p.enum(AUDIENCES).default("everyone"),
    bannedUntil: p.datetime().nullable(),
    banReason: p.string().length(300).default(""),
    /** Nothing reads it until there is a second language; dropping the column would lose what is in it. */
    language: p.string().length(8).default("en"),
    createdAt: p.datetime(),
  },
  indexes: [
    {
      name: "accounts_banned_until_index",
      expression: `create index "accounts_banned_until_index" on "accounts" ("banned_until") where "banned_until" is not null`,
    },
  ],
});

export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);
