// What gets somebody into an account beside its password: mailed links and codes, recovery codes, remembered browsers. Hashes only.

import { defineEntity, p } from "@mikro-orm/core";

/**
 * A secret that was mailed to somebody, or typed by them: a link that verifies an address, one that sets a new password, a code.
 * Only its hash is kept.
 */
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

/**
 * One of the codes for somebody who has lost their second factor. Its first letters find the row, the rest is hashed like
 * a password.
 */
const RecoveryCodeSchema = defineEntity({
  name: "RecoveryCode",
  tableName: "recovery_codes",
  properties: {
    playerId: p.uuid().primary(),
    selector: p.string().length(8).primary(),
    /** Argon2id in its own format. */
    codeHash: p.string().length(200),
  },
});

export class RecoveryCode extends RecoveryCodeSchema.class {}
RecoveryCodeSchema.setClass(RecoveryCode);

/** A browser that isn't asked for the second factor again. */
const RememberedDeviceSchema = defineEntity({
  name: "RememberedDevice",
  tableName: "remembered_devices",
  properties: {
    /** SHA-256 of its cookie, in hex. */
    hash: p.string().length(64).primary(),
    playerId: p.uuid().index(),
    createdAt: p.datetime(),
    expiresAt: p.datetime().index(),
  },
});

export class RememberedDevice extends RememberedDeviceSchema.class {}
RememberedDeviceSchema.setClass(RememberedDevice);
