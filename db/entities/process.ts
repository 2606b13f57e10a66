// A process of this Rally that plays matches, and when it last said that it lives: ../repositories/processes.ts.

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
