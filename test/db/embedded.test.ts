// The embedded database in its thread: what it computes holds nobody up, and a thread that breaks down is replaced.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { type EmbeddedDatabase, openEmbeddedDatabase } from "../../db/embedded/pglite.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A second or so of computing. */
const LONG_QUERY = "select sum(sqrt(n)) as sum from generate_series(1, 3000000) as n";

describe("the embedded database", () => {
  let folder: string;
  let database: EmbeddedDatabase;
  let thread: Worker;
  before(async () => {
    folder = temporaryFolder();
    process.once("worker", (started) => (thread = started));
    database = await openEmbeddedDatabase(folder);
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("keeps nobody waiting while it computes", async () => {
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns++;
      if (!isDone) setTimeout(count, 1);
    };
    count();
    const begin = performance.now();
    await database.query(LONG_QUERY);
    isDone = true;
    const tookMs = performance.now() - begin;
    assert.ok(tookMs > 50, `${tookMs} ms is no long query`);
    assert.ok(turns > 10, `${turns} turns of the event loop in ${tookMs} ms`);
  });

  it("says what PostgreSQL says of a bad query", async () => {
    await assert.rejects(database.query("select nonsense"), { code: "42703" });
  });

  it("takes back a transaction whose work fails, and lets the next one wait for it", async () => {
    await database.query("create table one (n int)");
    const failing = database.transaction(async (transaction) => {
      await transaction.query("insert into one values (1)");
      throw new Error("changed my mind");
    });
    const next = database.transaction((transaction) => transaction.query("insert into one values ($1)", [2]));
    await assert.rejects(failing, /changed my mind/);
    await next;
    assert.deepEqual((await database.query("select n from one")).rows, [{ n: 2 }]);
  });

  it("is there again after its thread has broken down, with everything that was written", async () => {
    await database.query("create table two (n int)");
    await database.query("insert into two values (3)");
    const asked = [database.query(LONG_QUERY), database.query("select 1")];
    void thread.terminate();
    for (const query of asked) await assert.rejects(query, /has stopped/);
    assert.deepEqual((await database.query("select n from two")).rows, [{ n: 3 }]);
  });
});
