// One of the codes for somebody who has lost their second factor. Its first letters find the row, the rest is hashed like
// a password.

import { defineEntity, p } from "@mikro-orm/core";

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
