// Runs one job that was taken, and decides what happens next.

import type { Logger } from "pino";
import { type Backoff, waitAfter } from "../../../contract/backoff.ts";
import type { ClaimedJob } from "../../../db/repositories/jobs.ts";
import type { Sealer } from "../seal.ts";
import { readPayload } from "./orders.ts";

const WAITS_MS: Backoff = [10_000, 30_000, 90_000, 270_000, 810_000, 2_430_000, 3_600_000];

/** Six hours in all: a mail server that is down for a night's work is waited for. */
export const MAX_ATTEMPTS = 12;

export interface RunningJob {
  /** The same each time it is tried. */
  readonly id: string;
  readonly createdAt: Date;
  /** What was ordered, out of JSON. */
  readonly payload: unknown;
  /** Aborted when the job has run for too long, or the server goes down; what it does afterwards counts for nothing. */
  readonly signal: AbortSignal;
}

/** Runs one job; one that throws is retried later. */
export type JobHandler = (job: RunningJob) => Promise<void>;

export type JobEnd =
  | { readonly what: "done" }
  | { readonly what: "failed"; readonly reason: string; readonly waitMs: number }
  | { readonly what: "given up"; readonly reason: string };

export interface RunJobOptions {
  readonly sealer: Sealer;
  readonly handler: JobHandler;
  readonly signal: AbortSignal;
  readonly waitAfterMs: (attempts: number) => number;
  readonly log: Logger;
}

/** Never rejects. */
export async function runJob(job: ClaimedJob, options: RunJobOptions): Promise<JobEnd> {
  const { log } = options;
  const about = { job: job.id, kind: job.kind, attempts: job.attempts };
  try {
    // Each time before, the process died with it.
    if (job.attempts > MAX_ATTEMPTS) throw new Error("it was taken too often and never came to an end");
    await handle(job, options);
    return { what: "done" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (job.attempts >= MAX_ATTEMPTS) {
      log.error({ ...about, err: error }, "a job is given up");
      return { what: "given up", reason };
    }
    const waitMs = options.waitAfterMs(job.attempts);
    log.warn({ ...about, reason, waitMs }, "a job failed and is tried again later");
    return { what: "failed", reason, waitMs };
  }
}

async function handle(job: ClaimedJob, { sealer, handler, signal }: RunJobOptions): Promise<void> {
  const payload = readPayload(job, sealer);
  const aborted = Promise.withResolvers<never>();
  const abort = () => {
    aborted.reject(signal.reason);
  };
  signal.throwIfAborted();
  signal.addEventListener("abort", abort, { once: true });
  try {
    await Promise.race([handler({ id: job.id, createdAt: job.createdAt, payload, signal }), aborted.promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** How long a job waits after it has failed. @param attempts how often it has been tried, 1 or more */
export function waitAfterMs(attempts: number): number {
  return waitAfter(WAITS_MS, attempts);
}
