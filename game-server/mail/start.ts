// Mail from end to end: who may order, and the worker that delivers.

import { join } from "node:path";
import type { Logger } from "pino";
import type { Database } from "../../db/open.ts";
import { createJobs, type Jobs } from "../../db/repositories/jobs.ts";
import { createOrderJob, type OrderJob } from "../platform/jobs/orders.ts";
import type { JobHandler } from "../platform/jobs/run-job.ts";
import { startWorker } from "../platform/jobs/worker.ts";
import type { Sealer } from "../platform/seal.ts";
import type { Settings } from "../platform/settings.ts";
import { createDeliver } from "./deliver.ts";
import { createOutbox } from "./outbox.ts";
import { createPost, MAIL_JOB, type Post } from "./post.ts";
import { createSmtp } from "./smtp.ts";

export interface MailService {
  readonly post: Post;
  readonly orderJob: OrderJob;
  readonly jobs: Jobs;
  /** Finishes what is being delivered, within a time. */
  stop(): Promise<void>;
}

/** @param others work of other kinds, some of which ends in a mail */
export function startMail(
  settings: Pick<Settings, "smtpUrl" | "mailFrom" | "dataDir">,
  log: Logger,
  database: Database,
  sealer: Sealer,
  others: (post: Post) => Readonly<Record<string, JobHandler>> = () => ({}),
): MailService {
  const { smtpUrl, mailFrom, dataDir } = settings;
  const transport =
    smtpUrl === null ? createOutbox(join(dataDir, "outbox"), mailFrom, log) : createSmtp(smtpUrl, mailFrom);
  const jobs = createJobs(database.orm);
  const orderJob = createOrderJob(jobs, sealer);
  const post = createPost(orderJob);
  const handlers = { [MAIL_JOB]: createDeliver(transport), ...others(post) };
  const worker = startWorker({ jobs, sealer, handlers, log });
  return { post, orderJob, jobs, stop: () => worker.stop() };
}
