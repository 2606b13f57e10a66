// Work that is to be done in the background, once, even if the process that took it dies: a mail to send.

import { defineEntity, p } from "@mikro-orm/core";

const JobSchema = defineEntity({
  name: "Job",
  tableName: "jobs",
  indexes: [{ name: "jobs_status_run_at_index", properties: ["status", "runAt"] }],
  properties: {
    id: p.uuid().primary(),
    kind: p.string().length(32),
    /** An order that comes twice with the same key is one job. */
    key: p.string().length(128).nullable().unique(),
    /** What the job needs to know; "" once it is done. */
    payload: p.text(),
    status: p.enum(["waiting", "done", "given up"] as const),
    /** When it may be taken: its time, or when the lease of the process that has taken it ends. */
    runAt: p.datetime(),
    /** Of the process that took it last; only that one may record its outcome. */
    leaseId: p.uuid().nullable(),
    /** How often it was taken. */
    attempts: p.integer().default(0),
    lastError: p.string().length(300).nullable(),
    createdAt: p.datetime(),
    /** When it was done or given up. */
    endedAt: p.datetime().nullable().index(),
  },
});

export class Job extends JobSchema.class {}
JobSchema.setClass(Job);
