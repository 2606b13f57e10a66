// Mail from end to end: who may order, and the worker that delivers.

import { join } from "node:path";
import type { Logger } from "pino";
import type { Database } from "../../db/open.ts";
import { createJobs, type Jobs } from "../../db/repositories/jobs.ts";
import { createOrderJob } from "../jobs/orders.ts";
import { startWorker } from "../jobs/worker.ts";
import type { Sealer } from "../seal.ts";
import type { Settings } from "../settings.ts";
import { createDeliver } from "./deliver.ts";
import { createOutbox } from "./outbox.ts";
import { createPost, MAIL_JOB, type Post } from "./post.ts";
import { createSmtp } from "./smtp.ts";

export interface MailService {
  readonly post: Post;
  readonly jobs: Jobs;
  /** Finishes what is being delivered, within a time. */
  stop(): Promise<void>;
}

export function startMail(
  settings: Pick<Settings, "smtpUrl" | "mailFrom" | "dataDir">,
  log: Logger,
  database: Database,
  sealer: Sealer,
): MailService {
  const { smtpUrl, mailFrom, dataDir } = settings;
  const transport =
    smtpUrl === null ? createOutbox(join(dataDir, "outbox"), mailFrom, log) : createSmtp(smtpUrl, mailFrom);
  const jobs = createJobs(database.orm);
  const worker = startWorker({ jobs, sealer, handlers: { [MAIL_JOB]: createDeliver(transport) }, log });
  return { post: createPost(createOrderJob(jobs, sealer)), jobs, stop: () => worker.stop() };
}
