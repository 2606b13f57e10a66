// Several workers, a database that goes away, a process that dies: each job is done all the same, and once.

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Database, openDatabase } from "../../../../db/open.ts";
import { createJobs } from "../../../../db/repositories/jobs.ts";
import { createOrderJob } from "../../../../game-server/platform/jobs/orders.ts";
import type { JobHandler } from "../../../../game-server/platform/jobs/run-job.ts";
import type { Worker } from "../../../../game-server/platform/jobs/worker.ts";
import { newDataFolder } from "../../../support/data-folder.ts";
import { warn } from "../../../support/temporary-folder.ts";
import { rows, sealer, untilEnded, work } from "../../../support/jobs-at-work.ts";
import { NO_POSTGRES, type Postgres, postgresBin, startPostgres } from "../../../../scripts/testing/postgres.ts";
import { until } from "../../../support/until.ts";

const PATIENCE_MS = 30_000;

describe("workers on PostgreSQL", () => {
  let postgres: Postgres;
  const opened: Database[] = [];
  const workers: Worker[] = [];
  before(async function () {
    const bin = postgresBin();
    if (bin === null) {
      console.warn(NO_POSTGRES);
      return this.skip();
    }
    postgres = await startPostgres(bin);
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.stop();
    for (const database of opened.splice(0)) await database.close();
  });
  after(() => postgres?.stop());

  async function open(url: string): Promise<Database> {
    const database = await openDatabase({ url, dataDir: "", warn });
    opened.push(database);
    return database;
  }

  it("do each of 200 jobs exactly once between them", async () => {
    const url = await postgres.createDatabase();
    const [first, second] = [await open(url), await open(url)];
    const orders = createOrderJob(createJobs(first.orm), sealer);
    for (let n = 0; n < 200; n++) await orders("test", n);
    const runs: { by: string; payload: unknown }[] = [];
    const handlers = (by: string): Record<string, JobHandler> => ({
      test: async ({ payload }) => {
        await new Promise(setImmediate);
        runs.push({ by, payload });
      },
    });
    workers.push(work(first, handlers("first")).worker, work(second, handlers("second")).worker);
    await untilEnded(first, 200);
    assert.equal(runs.length, 200);
    assert.equal(new Set(runs.map(({ payload }) => payload)).size, 200);
    assert.deepEqual(new Set(runs.map(({ by }) => by)), new Set(["first", "second"]));
  });

  it("wait for a database that is away, say so once, and do nothing twice", async () => {
    const database = await open(await postgres.createDatabase());
    const finish = Promise.withResolvers<void>();
    const runs: unknown[] = [];
    const test: JobHandler = ({ payload }) => {
      runs.push(payload);
      return finish.promise;
    };
    const { worker, order, lines } = work(database, { test }, { lookEveryMs: 20 });
    workers.push(worker);
    await order("test", "before");
    await until(() => runs.length === 1, PATIENCE_MS, "it runs");
    await postgres.halt();
    finish.resolve();
    await until(() => lines.length > 0, PATIENCE_MS, "the worker has noticed");
    // Some looks more.
    const lookedUntil = performance.now() + 300;
    await until(() => performance.now() > lookedUntil, PATIENCE_MS, "it has looked again");
    assert.deepEqual(
      lines.map(({ msg }) => msg),
      ["background work waits for the database"],
    );
    await postgres.resume();
    await untilEnded(database, 1);
    await order("test", "after");
    await untilEnded(database, 2);
    assert.deepEqual(runs, ["before", "after"]);
    assert.deepEqual(
      lines.map(({ msg }) => msg),
      ["background work waits for the database", "background work goes on"],
    );
  });
});

describe("a process that is killed in mid-job", () => {
  let killed: ChildProcess | null = null;
  let database: Database | null = null;
  let postgres: Postgres | null = null;
  let folder = "";
  afterEach(async () => {
    killed?.kill("SIGKILL");
    await database?.close();
    await postgres?.stop();
    database = null;
    postgres = null;
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });

  async function killInMidJob(url: string): Promise<void> {
    killed = spawn(process.execPath, [join(import.meta.dirname, "../../../support/job-process.ts"), url, folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(killed.stdout!.setEncoding("utf8"), "data");
    assert.equal(said, "began x\n");
    killed.kill("SIGKILL");
    await once(killed, "exit");
  }

  async function orderOne(url: string): Promise<void> {
    const before = await openDatabase({ url: url === "" ? null : url, dataDir: folder, warn });
    await createOrderJob(createJobs(before.orm), sealer)("slow", "x");
    await before.close();
  }

  async function seeItDone(url: string): Promise<void> {
    database = await openDatabase({ url: url === "" ? null : url, dataDir: folder, warn });
    const [job] = await rows(database);
    assert.deepEqual([job?.status, job?.attempts], ["waiting", 1]);
    const leaseEndMs = job!.runAt.getTime();
    let ranAtMs = 0;
    const slow: JobHandler = ({ payload }) => {
      assert.equal(payload, "x");
      ranAtMs = Date.now();
      return Promise.resolve();
    };
    const { worker } = work(database, { slow }, { lookEveryMs: 50 });
    const [ended] = await untilEnded(database, 1);
    await worker.stop();
    assert.deepEqual([ended?.status, ended?.attempts], ["done", 2]);
    assert.ok(ranAtMs >= leaseEndMs - 1, "only after the lease has ended");
  }

  it("leaves the job to the next one, on PGlite", async () => {
    folder = await newDataFolder();
    await orderOne("");
    await killInMidJob("");
    await seeItDone("");
  });

  it("leaves the job to another one, on PostgreSQL", async function () {
    const bin = postgresBin();
    if (bin === null) {
      console.warn(NO_POSTGRES);
      return this.skip();
    }
    postgres = await startPostgres(bin);
    const url = await postgres.createDatabase();
    await orderOne(url);
    await killInMidJob(url);
    await seeItDone(url);
  });
});
