// A secret that was mailed to somebody, or typed by them: a link that verifies an address, one that sets a new password, a code.
// Only its hash is kept.

import { defineEntity, p } from "@mikro-orm/core";

const AccountTokenSchema = defineEntity({
  name: "AccountToken",
  tableName: "account_tokens",
  properties: {
    /** SHA-256 in hex: of the link's secret, or of a code together with its owner. */
    hash: p.string().length(64).primary(),
    playerId: p.uuid().index(),
    purpose: p.enum(["verify", "reset", "code"] as const),
    /** The address it was mailed to. */
    email: p.string().length(254),
    createdAt: p.datetime(),
    expiresAt: p.datetime().index(),
  },
});

export class AccountToken extends AccountTokenSchema.class {}
AccountTokenSchema.setClass(AccountToken);
