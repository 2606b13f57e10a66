// A browser that isn't asked for the second factor again.

import { defineEntity, p } from "@mikro-orm/core";

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
