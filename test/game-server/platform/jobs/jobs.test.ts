// Background work in both databases: ordered once, held by one at a time, ended only by whoever holds it.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Job } from "../../../../db/entities/job.ts";
import { type ClaimedJob, createJobs, type Jobs, type NewJob } from "../../../../db/repositories/jobs.ts";
import { onBothDatabases } from "../../../support/databases.ts";
import { untilFound } from "../../../support/until.ts";

const LONG_MS = 60_000;

function newJob(more: Partial<NewJob> = {}): NewJob {
  return { id: randomUUID(), kind: "test", key: null, payload: "sealed", ...more };
}

onBothDatabases("jobs", (database) => {
  let jobs: Jobs;
  before(() => {
    jobs = createJobs(database().orm);
  });
  afterEach(() => database().orm.em.fork().nativeDelete(Job, {}));

  async function claimOne(leaseMs = LONG_MS): Promise<ClaimedJob | null> {
    return (await jobs.claim({ kinds: ["test"], atMost: 1, leaseMs }))[0] ?? null;
  }

  async function row(id: string): Promise<Job> {
    return database().orm.em.fork().findOneOrFail(Job, { id });
  }

  it("are taken once, with all that is known of them", async () => {
    const job = newJob({ key: "a key", payload: `it's "sealed" ? $1 \\` });
    assert.equal(await jobs.add(job), true);
    const taken = await claimOne();
    assert.ok(taken !== null);
    const { id, kind, payload, attempts, createdAt } = taken;
    assert.deepEqual({ id, kind, payload, attempts }, { id: job.id, kind: "test", payload: job.payload, attempts: 1 });
    assert.ok(Math.abs(createdAt.getTime() - Date.now()) < LONG_MS);
    assert.equal(await claimOne(), null);
  });

  it("are taken no more than asked for, and only of kinds that are known", async () => {
    const ordered = [newJob(), newJob(), newJob(), newJob({ kind: "other" })];
    for (const job of ordered) await jobs.add(job);
    const order = { kinds: ["test", "unheard of"], leaseMs: LONG_MS };
    const first = await jobs.claim({ ...order, atMost: 2 });
    const rest = await jobs.claim({ ...order, atMost: 9 });
    assert.deepEqual([first.length, rest.length], [2, 1]);
    const taken = new Set([...first, ...rest].map(({ id }) => id));
    assert.deepEqual(taken, new Set(ordered.slice(0, 3).map(({ id }) => id)));
    assert.deepEqual(await jobs.claim({ kinds: [], atMost: 9, leaseMs: LONG_MS }), []);
    assert.deepEqual(await jobs.claim({ kinds: ["other"], atMost: 0, leaseMs: LONG_MS }), []);
  });

  it("are one job with one key, even when it is done", async () => {
    assert.equal(await jobs.add(newJob({ key: "same" })), true);
    assert.equal(await jobs.add(newJob({ key: "same" })), false);
    assert.equal(await jobs.add(newJob({ key: "another" })), true);
    assert.equal(await jobs.add(newJob()), true);
    assert.equal(await jobs.add(newJob()), true);
    for (const job of await jobs.claim({ kinds: ["test"], atMost: 9, leaseMs: LONG_MS })) await jobs.done(job);
    assert.equal(await jobs.add(newJob({ key: "same" })), false);
  });

  it("are part of the transaction they are added in", async () => {
    let told = 0;
    jobs.onAdded(() => {
      told++;
    });
    const orm = database().orm;
    await orm.em.fork().transactional(async (em) => {
      await jobs.add(newJob(), em);
      assert.equal(told, 0);
    });
    assert.equal(told, 1);
    assert.ok((await claimOne()) !== null);

    const given = orm.em.fork().transactional(async (em) => {
      await jobs.add(newJob(), em);
      throw new Error("taken back");
    });
    await assert.rejects(given, /taken back/u);
    assert.equal(told, 1);
    assert.equal(await claimOne(), null);
    await jobs.add(newJob());
    assert.equal(told, 2);
  });

  it("forget their payload when they are done", async () => {
    const job = newJob();
    await jobs.add(job);
    assert.equal(await jobs.done((await claimOne())!), true);
    const { status, payload, leaseId, endedAt } = await row(job.id);
    assert.deepEqual({ status, payload, leaseId }, { status: "done", payload: "", leaseId: null });
    assert.ok(endedAt instanceof Date);
  });

  it("come round again after the wait", async () => {
    const job = newJob();
    await jobs.add(job);
    assert.equal(await jobs.failed((await claimOne())!, "no answer\0", LONG_MS), true);
    assert.equal(await claimOne(), null);
    const { status, lastError, payload, runAt } = await row(job.id);
    assert.deepEqual({ status, lastError, payload }, { status: "waiting", lastError: "no answer", payload: "sealed" });
    assert.ok(runAt.getTime() - Date.now() > LONG_MS / 2);

    await jobs.add(newJob());
    assert.equal(await jobs.failed((await claimOne())!, "x".repeat(1000), 50), true);
    const again = await untilFound(() => claimOne(), LONG_MS, "it comes round again");
    assert.equal(again.attempts, 2);
  });

  it("are taken up by somebody else once the lease ends, and then are no longer the first one's", async () => {
    await jobs.add(newJob());
    const first = (await claimOne(50))!;
    const second = await untilFound(() => claimOne(), LONG_MS, "the lease ends");
    assert.equal(second.id, first.id);
    assert.equal(second.attempts, 2);
    assert.equal(await jobs.done(first), false);
    assert.equal(await jobs.failed(first, "late", 0), false);
    assert.equal(await jobs.giveUp(first, "late"), false);
    assert.equal((await row(first.id)).status, "waiting");
    assert.equal(await jobs.done(second), true);
    assert.equal(await jobs.done(second), false);
  });

  it("are kept when they are given up, and counted", async () => {
    const job = newJob();
    await jobs.add(job);
    assert.equal(await jobs.giveUp((await claimOne())!, "for good"), true);
    assert.equal(await claimOne(), null);
    const { status, payload, lastError } = await row(job.id);
    assert.deepEqual({ status, payload, lastError }, { status: "given up", payload: "sealed", lastError: "for good" });
    await jobs.add(newJob());
    await jobs.add(newJob());
    const { waiting, givenUp, oldestWaitingSeconds } = await jobs.counts();
    assert.deepEqual({ waiting, givenUp }, { waiting: 2, givenUp: 1 });
    assert.ok(oldestWaitingSeconds >= 0 && oldestWaitingSeconds < 60);
  });

  it("are removed some time after they ended", async () => {
    assert.deepEqual(await jobs.counts(), { waiting: 0, givenUp: 0, oldestWaitingSeconds: 0 });
    for (let n = 0; n < 3; n++) await jobs.add(newJob());
    await jobs.done((await claimOne())!);
    await jobs.giveUp((await claimOne())!, "for good");
    const [past, future] = [new Date(Date.now() - LONG_MS), new Date(Date.now() + LONG_MS)];
    await jobs.removeEnded(past, past);
    const em = database().orm.em.fork();
    assert.equal(await em.count(Job), 3);
    await jobs.removeEnded(future, past);
    assert.equal(await em.count(Job), 2);
    await jobs.removeEnded(future, future);
    assert.equal(await em.count(Job), 1);
  });
});
