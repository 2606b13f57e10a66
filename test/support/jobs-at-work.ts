// The real worker on a real database, for tests of what comes of jobs.

import { Job } from "../../db/entities/job.ts";
import type { Database } from "../../db/open.ts";
import { createJobs, type Jobs } from "../../db/repositories/jobs.ts";
import { createOrderJob, type OrderJob } from "../../game-server/platform/jobs/orders.ts";
import type { JobHandler } from "../../game-server/platform/jobs/run-job.ts";
import { startWorker, type Worker, type WorkerTimes } from "../../game-server/platform/jobs/worker.ts";
import { createSealer } from "../../game-server/platform/seal.ts";
import { JOB_SECRET } from "./job-process.ts";
import { createKeptLog, type KeptLine } from "./kept-log.ts";
import { untilFound } from "./until.ts";

const PATIENCE_MS = 30_000;

export const sealer = createSealer(JOB_SECRET);

export interface Works {
  readonly jobs: Jobs;
  readonly order: OrderJob;
  readonly lines: readonly KeptLine[];
  readonly worker: Worker;
}

export function work(
  database: Database,
  handlers: Readonly<Record<string, JobHandler>>,
  times: Partial<WorkerTimes> = {},
): Works {
  const jobs = createJobs(database.orm);
  const { log, lines } = createKeptLog();
  const worker = startWorker({ jobs, sealer, handlers, log, times });
  return { jobs, order: createOrderJob(jobs, sealer), lines, worker };
}

export async function rows(database: Database): Promise<Job[]> {
  return database.orm.em.fork().find(Job, {});
}

export async function untilEnded(database: Database, count: number): Promise<Job[]> {
  const ended = async () => {
    const found = (await rows(database)).filter(({ status }) => status !== "waiting");
    return found.length === count ? found : null;
  };
  return untilFound(ended, PATIENCE_MS, `${count} jobs have ended`);
}
