// A process of this Rally that plays matches, and its last heartbeat: ../repositories/processes.ts.

import { defineEntity, p } from "@mikro-orm/core";

const ProcessSchema = defineEntity({
  name: "Process",
  tableName: "processes",
  properties: {
    id: p.uuid().primary(),
    /** By the database's clock, which is the same for all. */
    seenAt: p.datetime(),
  },
});

export class Process extends ProcessSchema.class {}
ProcessSchema.setClass(Process);
