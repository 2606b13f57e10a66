// Does the background work that is due, a few jobs at a time: at once when a job is ordered in this process, otherwise it
// looks every few seconds, because other processes order too and what has failed comes round again.
//
// A job is never done by two at once: it is taken under a lease, and stopped before that ends (run-job.ts). Its outcome
// is written before anything new is taken (ends.ts).

import type { Logger } from "pino";
import type { ClaimedJob, Jobs } from "../../../db/repositories/jobs.ts";
import type { Sealer } from "../seal.ts";
import { createJobEnds } from "./ends.ts";
import { startLooks } from "./looks.ts";
import { type JobHandler, runJob, waitAfterMs } from "./run-job.ts";

export interface WorkerOptions {
  readonly jobs: Jobs;
  readonly sealer: Sealer;
  /** By kind. Jobs of other kinds are left to processes that know them. */
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly log: Logger;
  readonly times?: Partial<WorkerTimes>;
}

export interface WorkerTimes {
  readonly lookEveryMs: number;
  /** A job whose process died is taken up again after it. */
  readonly leaseMs: number;
  /** Less than the lease, by more than it takes to write the job's outcome. */
  readonly longestRunMs: number;
  /** How long running jobs get at shutdown. */
  readonly stopMs: number;
  readonly waitAfterMs: (attempts: number) => number;
}

const TIMES: WorkerTimes = { lookEveryMs: 3_000, leaseMs: 120_000, longestRunMs: 90_000, stopMs: 3_000, waitAfterMs };
/** At the same time, so that one slow mail server does not hold up all. */
const AT_ONCE = 4;

export interface Worker {
  /** Takes nothing more, and waits for what runs, within a time. */
  stop(): Promise<void>;
}

/** Begins to look. */
export function startWorker({ jobs, sealer, handlers, log, times }: WorkerOptions): Worker {
  const { lookEveryMs, leaseMs, longestRunMs, stopMs, ...rest } = { ...TIMES, ...times };
  const kinds = Object.keys(handlers);
  const ends = createJobEnds(jobs, log);
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  let stopped = false;
  let isAway = false;

  /** Never rejects. */
  async function writeAndTake(): Promise<void> {
    try {
      await ends.writeAll();
      const atMost = stopped ? 0 : AT_ONCE - running.size;
      for (const job of await jobs.claim({ kinds, atMost, leaseMs })) start(job);
      if (isAway) log.info("background work goes on");
      isAway = false;
    } catch (error) {
      if (!isAway) log.error({ err: error }, "background work waits for the database");
      isAway = true;
    }
  }

  function start(job: ClaimedJob): void {
    const run = runToEnd(job).finally(() => {
      running.delete(run);
      looks.look();
    });
    running.add(run);
  }

  async function runToEnd(job: ClaimedJob): Promise<void> {
    const handler = handlers[job.kind] ?? (() => Promise.reject(new Error(`nobody does ${job.kind}`)));
    const signal = AbortSignal.any([AbortSignal.timeout(longestRunMs), stopping.signal]);
    ends.add(job, await runJob(job, { ...rest, sealer, handler, signal, log }));
  }

  const looks = startLooks(writeAndTake, lookEveryMs);
  jobs.onAdded(looks.look);

  return {
    async stop() {
      stopped = true;
      await looks.stop();
      const late = setTimeout(() => {
        stopping.abort(new Error("the server goes down"));
      }, stopMs);
      await Promise.all(running);
      clearTimeout(late);
      await writeAndTake();
    },
  };
}
