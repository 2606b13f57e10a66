// What the worker does with jobs: at once, again, and once.

import assert from "node:assert/strict";
import { Job } from "../../../../db/entities/job.ts";
import { createJobs } from "../../../../db/repositories/jobs.ts";
import { createOrderJob } from "../../../../game-server/platform/jobs/orders.ts";
import { type JobHandler, MAX_ATTEMPTS } from "../../../../game-server/platform/jobs/run-job.ts";
import { onBothDatabases } from "../../../support/databases.ts";
import { rows, sealer, untilEnded, work, type Works } from "../../../support/jobs-at-work.ts";
import { until, untilFound } from "../../../support/until.ts";

const PATIENCE_MS = 30_000;
/** So long that within a test only what wakes the worker makes it look. */
const NEVER_MS = 3_600_000;

onBothDatabases("the worker", (database) => {
  let works: Works | null = null;
  afterEach(async () => {
    await works?.worker.stop();
    works = null;
    await database().orm.em.fork().nativeDelete(Job, {});
  });

  it("does at once what is ordered in this process, and what was ordered before it began", async () => {
    const done: unknown[] = [];
    const handlers = {
      test: ({ payload }: { payload: unknown }) => {
        done.push(payload);
        return Promise.resolve();
      },
    };
    await createOrderJob(createJobs(database().orm), sealer)("test", { n: 0 });
    works = work(database(), handlers, { lookEveryMs: NEVER_MS });
    await works.order("test", { n: 1 });
    await works.order("test", { n: 2 }, { key: "a key" });
    await works.order("test", { n: 2 }, { key: "a key" });
    await works.order("other", { n: 4 });
    await until(() => done.length === 3, PATIENCE_MS, "all are done");
    const ended = await untilEnded(database(), 3);
    assert.deepEqual(new Set(done), new Set([{ n: 0 }, { n: 1 }, { n: 2 }]));
    for (const { status, payload } of ended) assert.deepEqual({ status, payload }, { status: "done", payload: "" });
    assert.deepEqual(works.lines, []);
  });

  it("does what is ordered in a transaction once that holds", async () => {
    const done: unknown[] = [];
    const test: JobHandler = ({ payload }) => {
      done.push(payload);
      return Promise.resolve();
    };
    works = work(database(), { test }, { lookEveryMs: NEVER_MS });
    const { order } = works;
    await database()
      .orm.em.fork()
      .transactional(async (em) => {
        await order("test", "in", { em });
        assert.deepEqual(done, []);
      });
    await until(() => done.length === 1, PATIENCE_MS, "it is done");
  });

  it("keeps what it is to know sealed in the table", async () => {
    works = work(database(), {});
    await works.order("test", { link: "https://rally.example/token" });
    const [job] = await rows(database());
    assert.match(job!.payload, /^v1\.[\w-]+$/u);
    assert.ok(!Buffer.from(job!.payload.slice(3), "base64url").toString("latin1").includes("token"));
  });

  it("tries again with growing waits, gives up at last, and says so once", async () => {
    const waits: number[] = [];
    let runs = 0;
    const waitAfterMs = (attempts: number): number => {
      waits.push(attempts);
      return 0;
    };
    const test: JobHandler = () => Promise.reject(new Error(`no answer ${++runs}`));
    works = work(database(), { test }, { lookEveryMs: 5, waitAfterMs });
    await works.order("test", "x");
    const [job] = await untilEnded(database(), 1);
    assert.equal(job?.status, "given up");
    assert.equal(job.lastError, `no answer ${MAX_ATTEMPTS}`);
    assert.notEqual(job.payload, "");
    assert.equal(runs, MAX_ATTEMPTS);
    assert.deepEqual(
      waits,
      Array.from({ length: MAX_ATTEMPTS - 1 }, (_, n) => n + 1),
    );
    assert.equal(works.lines.filter(({ level }) => level === "error").length, 1);
    assert.equal(works.lines.filter(({ level }) => level === "warn").length, MAX_ATTEMPTS - 1);
  });

  it("goes on after a job that fails, throws at once or cannot be read", async () => {
    const done: unknown[] = [];
    const test: JobHandler = ({ payload }) => {
      if (payload === "bad") throw new Error("at once");
      done.push(payload);
      return Promise.resolve();
    };
    works = work(database(), { test });
    await works.order("test", "bad");
    await works.jobs.add({ id: crypto.randomUUID(), kind: "test", key: null, payload: "never sealed" });
    await works.order("test", "good");
    await until(() => done.length === 1, PATIENCE_MS, "the good one is done");
    await untilEnded(database(), 1);
    await until(() => works?.lines.length === 2, PATIENCE_MS, "both are told of");
  });

  it("does not let a job run into the end of its lease", async () => {
    let aborted = false;
    const test: JobHandler = ({ signal }) => {
      signal.addEventListener("abort", () => {
        aborted = true;
      });
      return new Promise(() => {});
    };
    works = work(database(), { test }, { longestRunMs: 30, lookEveryMs: NEVER_MS });
    await works.order("test", "x");
    const failed = async () => (await rows(database())).find(({ lastError }) => lastError !== null) ?? null;
    const job = await untilFound(failed, PATIENCE_MS, "it counts as failed");
    assert.ok(aborted);
    assert.equal(job.status, "waiting");
  });

  it("finishes at its stop what runs, and begins nothing new", async () => {
    const finish = Promise.withResolvers<void>();
    let runs = 0;
    const test: JobHandler = () => {
      runs++;
      return finish.promise;
    };
    works = work(database(), { test });
    await works.order("test", "x");
    await until(() => runs === 1, PATIENCE_MS, "it runs");
    const stopped = works.worker.stop();
    await works.order("test", "y");
    finish.resolve();
    await stopped;
    assert.equal(runs, 1);
    const statuses = (await rows(database())).map(({ status }) => status);
    assert.deepEqual(statuses.toSorted(), ["done", "waiting"]);
  });

  it("does not wait for ever at its stop", async () => {
    let runs = 0;
    const test: JobHandler = () => {
      runs++;
      return new Promise(() => {});
    };
    works = work(database(), { test }, { stopMs: 20 });
    await works.order("test", "x");
    await until(() => runs === 1, PATIENCE_MS, "it runs");
    await works.worker.stop();
    const [job] = await rows(database());
    assert.deepEqual([job?.status, job?.lastError], ["waiting", "the server goes down"]);
  });
});
