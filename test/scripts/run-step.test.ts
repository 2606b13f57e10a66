// A step of `npm test` tells what came of it, whatever becomes of it; and steps run as many at once as there is room for.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { costReport } from "../../scripts/testing/cost-report.ts";
import { runPool } from "../../scripts/testing/run-pool.ts";
import { runMocha, runScript } from "../../scripts/testing/run-step.ts";
import { until } from "../support/until.ts";
import { measureSlowness } from "../../scripts/testing/slowness.ts";

describe("a step of the tests", () => {
  let folder = "";
  const said: string[] = [];
  const { error, log } = console;
  const write = process.stdout.write.bind(process.stdout);
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "rally-steps-"));
  });
  beforeEach(() => {
    said.length = 0;
    for (const kind of ["error", "log"] as const) console[kind] = (text: string) => void said.push(text);
    // What the steps have said themselves, failures included, is not for this report.
    process.stdout.write = () => true;
  });
  afterEach(() => {
    Object.assign(console, { error, log });
    process.stdout.write = write;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(source: string, mostMinutes = 1) {
    const file = join(folder, "some.test.mjs");
    writeFileSync(file, source);
    return runMocha({ title: "Some", mostMinutes, env: { RALLY_FAREWELL_SECONDS: "1" } }, [file]);
  }

  it("counts what passed, failed and was skipped, and says at once what failed", async () => {
    const outcome = await run(`describe("things", () => {
      it("work", () => {});
      it("fail", () => { throw new Error("because"); });
      it.skip("wait", () => {});
    });`);
    assert.deepEqual(outcome.counts, { passed: 1, failed: 1, skipped: 1 });
    assert.deepEqual(outcome.failures, ["Some: things fail"]);
    assert.ok(said.includes("FAILED: Some: things fail\n    because"), said.join("\n"));
    assert.deepEqual(
      outcome.suites.map(({ title }) => title),
      ["things"],
    );
    assert.ok(outcome.cost.cpuSeconds > 0 && outcome.cost.wallSeconds > 0);
    const report = costReport([outcome], { ...outcome.cost, wallSeconds: 1 }).join("\n");
    assert.match(report, /^Cost: \d+\.\d s of CPU in 1\.0 s, children included\.$/mu);
    assert.match(report, /CPU .* wall {2}Some$/mu);
    assert.match(report, /wall {2}.*some\.test\.mjs: things$/mu);
  });

  for (const [what, source, failure] of [
    ["broke off", `it("ends everything", () => process.exit(3));`, "Some: it ended with 3, in: ends everything"],
    ["has no test", "", "Some: no test ran"],
    [
      "hangs",
      `it("waits", () => new Promise((resolve) => setTimeout(resolve, 1e6))).timeout(1e6);`,
      "Some: it took more than 1 minutes, in: waits",
    ],
    [
      "is killed",
      `it("dies", () => { process.kill(process.pid, "SIGKILL"); return new Promise(() => {}); });`,
      "Some: it was ended by SIGKILL, in: dies",
    ],
    ["cannot be read", `throw new Error("at import");`, "Some: it ended with 1"],
    [
      "has a rejected promise that nobody handles",
      `it("goes on", async () => { Promise.reject(new Error("lost")); await new Promise((resolve) => setTimeout(resolve, 50)); });`,
      "Some: goes on",
    ],
    [
      "leaves something open",
      `import { createServer } from "node:net"; it("listens", () => void createServer().listen(0));`,
      "Some: something is still open after the last test",
    ],
  ] as const) {
    it(`fails where it ${what}`, async () => {
      const { counts, failures } = await run(source, what === "hangs" ? 0.05 : 1);
      assert.equal(counts.failed, 1);
      assert.equal(failures.length, 1);
      assert.equal(failures[0], failure);
    });
  }

  it("says why it broke off, and what passed before", async () => {
    const { counts } = await run(`it("works", () => {}); it("ends everything", () => process.exit(3));`);
    assert.equal(counts.passed, 1);
    await run(`throw new Error("at import");`);
    assert.match(said.join("\n"), /FAILED: Some: it ended with 1\n[^]*at import/u);
  });

  it("leaves nothing running", async () => {
    const pidFile = join(folder, "pid");
    const { failures } = await run(`
      import { spawn } from "node:child_process";
      import { writeFileSync } from "node:fs";
      it("starts something", async () => {
        const child = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
        child.unref();
        writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
        // Long enough to be seen.
        await new Promise((resolve) => setTimeout(resolve, 600));
      });`);
    assert.deepEqual(failures, []);
    const pid = Number(readFileSync(pidFile, "utf8"));
    await until(() => !isAlive(pid), 5000, "it ends");
  });

  it("fails with the script that it runs", async () => {
    const { failures } = await runScript({ title: "None", mostMinutes: 1 }, "there-is-no-such-script");
    assert.deepEqual(failures, ["None: it ended with 1"]);
  });

  /** Runs steps of these loads. @returns the order in which they began, and the most load at once */
  async function pooled(loads: readonly number[], room: number): Promise<{ begun: number[]; most: number }> {
    const begun: number[] = [];
    let load = 0;
    let most = 0;
    const steps = loads.map((each, at) => ({
      load: each,
      run: async () => {
        begun.push(at);
        most = Math.max(most, (load += each));
        await new Promise((resolve) => setImmediate(resolve));
        load -= each;
        return at * 2;
      },
    }));
    const outcomes = await runPool(steps, room);
    assert.deepEqual(
      outcomes,
      [...loads.keys()].map((at) => at * 2),
    );
    return { begun, most };
  }

  it("runs beside others as long as there is room for its load, and lets smaller ones pass", async () => {
    assert.deepEqual(await pooled([1, 1, 1, 1, 1], 2), { begun: [0, 1, 2, 3, 4], most: 2 });
    const { begun, most } = await pooled([1, 0.3, 1, 0.6, 0.7], 2);
    assert.deepEqual(begun.slice(0, 4), [0, 1, 3, 2]);
    assert.ok(most < 2.001, `${most} of 2`);
    assert.deepEqual(await pooled([1, 0.3, 0.6], 1), { begun: [0, 1, 2], most: 1 });
    assert.deepEqual(await pooled([3, 1], 2), { begun: [0, 1], most: 3 });
    assert.deepEqual(await pooled([], 2), { begun: [], most: 0 });
  });

  it("is given time by how slow the machine is", async () => {
    const slowness = await measureSlowness();
    assert.ok(slowness >= 1 && slowness <= 20, String(slowness));
  });
});

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
