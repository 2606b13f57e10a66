// A process that is faster than real time: all its clocks and timers are, by as much; those of the processes that it starts are not.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { pacedEnv } from "../support/pace.ts";

const PACE = 8;
const SCRIPT = `
  const real = process.hrtime();
  const from = { now: performance.now(), date: Date.now(), made: new Date().getTime(), big: process.hrtime.bigint() };
  let beats = 0;
  setInterval(() => beats++, 200);
  setTimeout(() => {
    const [seconds, nanoseconds] = process.hrtime(real);
    console.log(JSON.stringify({
      realMs: seconds * 1000 + nanoseconds / 1e6,
      passedMs: [performance.now() - from.now, Date.now() - from.date, new Date().getTime() - from.made, Number(process.hrtime.bigint() - from.big) / 1e6],
      beats,
      given: new Date("2026-01-01T00:00:00Z").toISOString(),
      env: [process.env.NODE_OPTIONS ?? null, process.env.RALLY_TEST_PACE ?? null],
    }));
    process.exit();
  }, 4000);`;

describe("a process at another pace", () => {
  it("has faster clocks and shorter timers, and tells nobody", () => {
    const said = execFileSync(process.execPath, ["-e", SCRIPT], { encoding: "utf8", env: pacedEnv(PACE) });
    const { realMs, passedMs, beats, given, env } = JSON.parse(said) as {
      realMs: number;
      passedMs: number[];
      beats: number;
      given: string;
      env: unknown[];
    };
    assert.ok(realMs >= 4000 / PACE - 2, `${realMs} ms`);
    for (const passed of passedMs)
      assert.ok(Math.abs(passed - realMs * PACE) < PACE * 4, `${passed} ms in ${realMs} ms`);
    assert.ok(beats > 5 && beats <= 20, `${beats} beats`);
    assert.equal(given, "2026-01-01T00:00:00.000Z");
    assert.deepEqual(env, [null, null]);
  });

  it("is as any other at real time", () => assert.deepEqual(pacedEnv(1), {}));
});
