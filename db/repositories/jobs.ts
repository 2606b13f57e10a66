// Background work in the database: ordered once, held by one process at a time, never lost. All times are the database's
// own, so that processes whose clocks differ agree on whose lease has ended. Who runs them: game-server/platform/jobs/worker.ts.

import { randomUUID } from "node:crypto";
import type { EntityManager } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Job } from "../entities/job.ts";
import type { Orm } from "../open.ts";

/** As long as the column. */
const MAX_ERROR_LENGTH = 300;

export interface NewJob {
  readonly id: string;
  readonly kind: string;
  /** At most 128 characters. Null: no other order is the same as this one. */
  readonly key: string | null;
  readonly payload: string;
}

/** A job that somebody has taken. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  /** How often it was taken, this time included. */
  readonly attempts: number;
  readonly createdAt: Date;
  readonly leaseId: string;
}

export interface ClaimOrder {
  readonly kinds: readonly string[];
  readonly atMost: number;
  /** How long nobody else gets it. */
  readonly leaseMs: number;
}

export interface JobCounts {
  /** How many are to be done, including those in progress. */
  readonly waiting: number;
  readonly givenUp: number;
  /** How long the oldest job that is to be done has been waiting; 0 when there is none. */
  readonly oldestWaitingSeconds: number;
}

export interface Jobs {
  /**
   * False when there is such an order already; then nothing changes.
   * @param em the one of a transaction that the job is to be part of
   */
  add(job: NewJob, em?: EntityManager): Promise<boolean>;
  /** Calls back whenever a job was added in this process, once others can see it. */
  onAdded(listener: () => void): void;
  /** Takes the next due ones. */
  claim(order: ClaimOrder): Promise<ClaimedJob[]>;
  /** Marks it done and forgets its payload. False when the lease was lost meanwhile; then nothing changes. */
  done(job: ClaimedJob): Promise<boolean>;
  /** To be tried again. False when the lease was lost. */
  failed(job: ClaimedJob, error: string, waitMs: number): Promise<boolean>;
  /** To be tried no more; it is kept for the operators. False when the lease was lost. */
  giveUp(job: ClaimedJob, error: string): Promise<boolean>;
  counts(): Promise<JobCounts>;
  /** Removes what was done or given up before. */
  removeEnded(doneBefore: Date, givenUpBefore: Date): Promise<void>;
}

export function createJobs(orm: Orm): Jobs {
  const fork = () => orm.em.fork() as unknown as SqlEntityManager;
  const listeners: (() => void)[] = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  /** Of open transactions that have added a job. */
  const uncommitted = new WeakSet<EntityManager>();
  orm.em.getEventManager().registerSubscriber({
    afterTransactionCommit: ({ em }) => {
      if (uncommitted.delete(em)) tell();
    },
  });

  return {
    async add({ id, kind, key, payload }, em = fork()) {
      const rows: unknown[] = await (em as SqlEntityManager).execute(
        `insert into "jobs" ("id", "kind", "key", "payload", "status", "run_at", "created_at")
         values (cast(? as uuid), ?, ?, ?, 'waiting', now(), now()) on conflict ("key") do nothing returning "id"`,
        [id, kind, key, payload],
      );
      if (rows.length > 0 && em.isInTransaction()) uncommitted.add(em);
      else if (rows.length > 0) tell();
      return rows.length > 0;
    },
    onAdded(listener) {
      listeners.push(listener);
    },
    claim: (order) => claim(fork(), order),
    done: (job) => end(fork(), job, `"status" = 'done', "payload" = '', "last_error" = null, "ended_at" = now()`, []),
    async failed(job, error, waitMs) {
      const again = `"run_at" = now() + cast(? as int) * interval '1 millisecond'`;
      return end(fork(), job, `${again}, "last_error" = ?`, [waitMs, shortened(error)]);
    },
    async giveUp(job, error) {
      return end(fork(), job, `"status" = 'given up', "last_error" = ?, "ended_at" = now()`, [shortened(error)]);
    },
    counts: () => counts(fork()),
    async removeEnded(doneBefore, givenUpBefore) {
      const em = fork();
      await em.nativeDelete(Job, { status: "done", endedAt: { $lt: doneBefore } });
      await em.nativeDelete(Job, { status: "given up", endedAt: { $lt: givenUpBefore } });
    },
  };
}

interface ClaimedRow {
  id: string;
  kind: string;
  payload: string;
  attempts: number;
  created_at: string | Date;
}

async function claim(em: SqlEntityManager, { kinds, atMost, leaseMs }: ClaimOrder): Promise<ClaimedJob[]> {
  if (kinds.length === 0 || atMost < 1) return [];
  const leaseId = randomUUID();
  // Materialized: inlined, the planner may look for the due ones more than once and lock more than it was asked for.
  const rows: ClaimedRow[] = await em.execute(
    `with "due" as materialized (
       select "id" from "jobs" where "status" = 'waiting' and "run_at" <= now()
         and "kind" in (${kinds.map(() => "?").join(", ")})
       order by "run_at" limit cast(? as int) for update skip locked)
     update "jobs" set "lease_id" = cast(? as uuid), "attempts" = "jobs"."attempts" + 1,
       "run_at" = now() + cast(? as int) * interval '1 millisecond'
     from "due" where "jobs"."id" = "due"."id"
     returning "jobs"."id", "jobs"."kind", "jobs"."payload", "jobs"."attempts", "jobs"."created_at"`,
    [...kinds, atMost, leaseId, leaseMs],
  );
  return rows.map(({ id, kind, payload, attempts, created_at: createdAt }) => {
    return { id, kind, payload, attempts, createdAt: new Date(createdAt), leaseId };
  });
}

/** Gives up the lease and sets what is given besides. False when the lease was lost. */
async function end(em: SqlEntityManager, job: ClaimedJob, changes: string, values: unknown[]): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `update "jobs" set "lease_id" = null, ${changes}
     where "id" = cast(? as uuid) and "lease_id" = cast(? as uuid) and "status" = 'waiting' returning "id"`,
    [...values, job.id, job.leaseId],
  );
  return rows.length > 0;
}

async function counts(em: SqlEntityManager): Promise<JobCounts> {
  const [row]: Record<string, string | number | null>[] = await em.execute(
    `select count(*) filter (where "status" = 'waiting') as "waiting",
       count(*) filter (where "status" = 'given up') as "given_up",
       extract(epoch from now() - min("created_at") filter (where "status" = 'waiting')) as "oldest"
     from "jobs"`,
  );
  return {
    waiting: Number(row?.["waiting"]),
    givenUp: Number(row?.["given_up"]),
    oldestWaitingSeconds: Math.max(0, Number(row?.["oldest"] ?? 0)),
  };
}

function shortened(error: string): string {
  // PostgreSQL has no zero bytes in a text.
  return [...error.replaceAll("\0", "")].slice(0, MAX_ERROR_LENGTH).join("");
}
