// Outcomes of jobs that are not written yet. Kept until the database takes them: a job that was done must not be done again
// because the database was away for a moment.

import type { Logger } from "pino";
import type { ClaimedJob, Jobs } from "../../../db/repositories/jobs.ts";
import type { JobEnd } from "./run-job.ts";

export interface JobEnds {
  add(job: ClaimedJob, end: JobEnd): void;
  /** @throws Error when the database does not answer; then the rest is kept */
  writeAll(): Promise<void>;
}

export function createJobEnds(jobs: Pick<Jobs, "done" | "failed" | "giveUp">, log: Logger): JobEnds {
  const ends = new Map<string, { job: ClaimedJob; end: JobEnd }>();

  function write(job: ClaimedJob, end: JobEnd): Promise<boolean> {
    if (end.what === "done") return jobs.done(job);
    if (end.what === "failed") return jobs.failed(job, end.reason, end.waitMs);
    return jobs.giveUp(job, end.reason);
  }

  return {
    add(job, end) {
      ends.set(job.id, { job, end });
    },
    async writeAll() {
      for (const [id, { job, end }] of ends) {
        const isOurs = await write(job, end);
        ends.delete(id);
        if (!isOurs) log.warn({ job: id, kind: job.kind }, "a job took so long that somebody else took it up");
      }
    },
  };
}
