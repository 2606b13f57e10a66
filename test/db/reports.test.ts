// Reports in both databases: added up, bounded, and not lost while the database is down.

import assert from "node:assert/strict";
import { createReportKeeper } from "../../db/report-keeper.ts";
import { createReports, type ErrorRow, MAX_ERRORS } from "../../db/repositories/reports.ts";
import { ClientError, PerformanceMetric } from "../../db/entities/reports.ts";
import { onBothDatabases } from "../support/databases.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const NEVER_MS = 3_600_000;
const quiet = { error: () => {} };

function errorRow(n: number, secondsLater = 0): ErrorRow {
  const at = new Date(NOW + secondsLater * 1000);
  const fingerprint = String(n).padStart(32, "0");
  const text = { message: `it's ${n}? "$1" \\`, stack: "at f (a.js:1:2)\n?" };
  return { fingerprint, build: "abc", page: "home", ...text, count: 1, firstSeenAt: at, lastSeenAt: at };
}

onBothDatabases("reports", (database) => {
  afterEach(async () => {
    await database().orm.em.fork().nativeDelete(ClientError, {});
    await database().orm.em.fork().nativeDelete(PerformanceMetric, {});
  });

  it("add up by fingerprint, with first and last seen", async () => {
    const reports = createReports(database().orm);
    await reports.addErrors([errorRow(1), errorRow(2)]);
    await reports.addErrors([{ ...errorRow(1, 60), count: 5 }]);
    const [first, second] = await reports.errors();
    assert.deepEqual(first, { ...errorRow(1), count: 6, lastSeenAt: new Date(NOW + 60_000) });
    assert.deepEqual(second, errorRow(2));
  });

  it("keep the errors seen last", async () => {
    const reports = createReports(database().orm);
    await reports.addErrors(Array.from({ length: MAX_ERRORS }, (_, n) => errorRow(n, n)));
    await reports.addErrors([errorRow(9_000, 9_000), errorRow(9_001, 9_001)]);
    const kept = new Set((await reports.errors()).map((row) => row.fingerprint));
    assert.equal(kept.size, MAX_ERRORS);
    assert.ok(kept.has(errorRow(9_001).fingerprint) && kept.has(errorRow(2).fingerprint));
    assert.ok(!kept.has(errorRow(0).fingerprint) && !kept.has(errorRow(1).fingerprint));
  });

  it("count by day, sum over days, and forget old ones", async () => {
    const reports = createReports(database().orm);
    const row = { figure: "stalls", bucket: "0" };
    await reports.addCounts([
      { ...row, day: "2026-11-23", count: 2 },
      { ...row, day: "2026-11-24", count: 3 },
    ]);
    await reports.addCounts([{ ...row, day: "2026-11-24", count: 4 }]);
    assert.deepEqual(await reports.countsSince("2026-11-24"), [{ ...row, count: 7 }]);
    assert.deepEqual(await reports.countsSince("2026-11-01"), [{ ...row, count: 9 }]);
    await reports.addErrors([errorRow(1)]);
    await reports.removeBefore("2026-11-24");
    assert.deepEqual(await reports.countsSince("2026-11-01"), [{ ...row, count: 7 }]);
    assert.equal((await reports.errors()).length, 1);
    await reports.removeBefore("2026-11-25");
    assert.deepEqual(await reports.errors(), []);
  });

  it("are flushed at the end", async () => {
    const reports = createReports(database().orm);
    const keeper = createReportKeeper({ reports, log: quiet, flushMs: NEVER_MS });
    for (let times = 0; times < 1_000; times++) keeper.addError(errorRow(1));
    keeper.addCount({ day: "2026-11-24", figure: "stalls", bucket: "1", count: 1 });
    await keeper.close();
    assert.equal((await reports.errors())[0]?.count, 1_000);
    assert.equal((await reports.countsSince("2026-11-24")).length, 1);
  });

  it("wait while the database is down, up to a bound, and say so once", async () => {
    const reports = createReports(database().orm);
    let isDown = true;
    let said = 0;
    const unlessDown = async (add: () => Promise<void>) => {
      if (isDown) throw new Error("down");
      await add();
    };
    const keeper = createReportKeeper({
      reports: {
        addErrors: (rows) => unlessDown(() => reports.addErrors(rows)),
        addCounts: (rows) => unlessDown(() => reports.addCounts(rows)),
      },
      log: { error: () => void said++ },
      flushMs: NEVER_MS,
    });
    for (let n = 0; n < MAX_ERRORS + 10; n++) keeper.addError(errorRow(n, n));
    await keeper.flush();
    keeper.addError({ ...errorRow(20, 9_000), count: 4 });
    await keeper.flush();
    assert.equal(said, 1);
    isDown = false;
    await keeper.close();
    const rows = await reports.errors();
    assert.equal(rows.length, MAX_ERRORS);
    assert.deepEqual([rows[0]?.fingerprint, rows[0]?.count], [errorRow(20).fingerprint, 5]);
    assert.deepEqual(await reports.countsSince("2026-11-01"), [{ figure: "dropped", bucket: "buffer", count: 10 }]);
  });
});
