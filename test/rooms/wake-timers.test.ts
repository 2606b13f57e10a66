// The one timer of the process: it rings each alarm once, in time, whatever the others do.

import assert from "node:assert/strict";
import { type WakeTimers, createWakeTimers } from "../../rooms/wake-timers.ts";
import { patience } from "../support/patience.ts";
import { until } from "../support/until.ts";

/** A loaded machine may be late; it may never be early. */
const PATIENCE_MS = 5000;
const now = (): number => performance.now();
const nobodyIsBlamed = (): void => {};

describe("alarms", () => {
  let alarms: WakeTimers;
  let errors: unknown[];
  beforeEach(() => {
    errors = [];
    alarms = createWakeTimers(now, (error) => errors.push(error));
  });
  afterEach(() => {
    alarms.stop();
    assert.deepEqual(errors.splice(0), []);
  });

  it("ring once each, in the order they are due, and never early", async () => {
    const rung: number[] = [];
    const early: number[] = [];
    // Not yet: on a slow machine the first would be due before the others are set.
    const begin = now() + patience(100);
    // The last ones lie beyond the wheel.
    const delays = [30, 5, 90, 0, 60, 2200, 2100];
    for (const delay of delays) {
      const dueMs = begin + delay;
      alarms
        .create(() => {
          rung.push(delay);
          if (now() < dueMs) early.push(delay);
        }, nobodyIsBlamed)
        .set(dueMs);
    }
    await until(() => rung.length === delays.length, PATIENCE_MS, "all alarms rang");
    assert.deepEqual(
      rung,
      delays.toSorted((a, b) => a - b),
    );
    assert.deepEqual(early, []);
  });

  it("ring at the time set last, and not when cleared", async () => {
    const rung: string[] = [];
    const alarm = (name: string) => alarms.create(() => rung.push(name), nobodyIsBlamed);
    const [moved, cleared, last] = [alarm("moved"), alarm("cleared"), alarm("last")];
    moved.set(now() + 3600_000);
    moved.set(now() + 10);
    cleared.set(now() + 5);
    cleared.clear();
    last.set(now() + 60);
    await until(() => rung.includes("last"), PATIENCE_MS, "the last alarm rang");
    assert.deepEqual(rung, ["moved", "last"]);
  });

  it("may be set again while they ring, and silence each other", async () => {
    let rings = 0;
    const again = alarms.create(() => {
      rings++;
      if (rings < 5) again.set(now());
    }, nobodyIsBlamed);
    const silenced = alarms.create(() => assert.fail("rang though cleared"), nobodyIsBlamed);
    const atMs = now() + 10;
    alarms.create(() => silenced.clear(), nobodyIsBlamed).set(atMs);
    silenced.set(atMs);
    again.set(now());
    await until(() => rings === 5, PATIENCE_MS, "it rang five times");
  });

  it("survive one that throws", async () => {
    let rang = false;
    const atMs = now() + 5;
    alarms
      .create(() => {
        throw new Error("a bug");
      }, nobodyIsBlamed)
      .set(atMs);
    alarms.create(() => (rang = true), nobodyIsBlamed).set(atMs + 10);
    await until(() => rang, PATIENCE_MS, "the other one rang");
    assert.equal(String(errors.splice(0)[0]), "Error: a bug");
  });

  it("tell those who wait when the process itself has stood still, before they ring", async () => {
    const heard: string[] = [];
    const alarm = alarms.create(
      () => heard.push("rang"),
      (stalledMs) => heard.push(stalledMs > 300 && stalledMs < PATIENCE_MS ? "excused" : `excused by ${stalledMs} ms`),
    );
    alarm.set(now() + 50);
    const until400 = now() + 450;
    while (now() < until400);
    await until(() => heard.includes("rang"), PATIENCE_MS, "it rang after the stall");
    assert.deepEqual(heard, ["excused", "rang"]);
  });

  it("leave no timer behind when nobody waits", async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    // Mocha sets its own once the test waits; and waiting with a timer would be counted.
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    await turn();
    const before = timers();
    const after = new Promise<number>((resolve) => {
      alarms.create(() => setImmediate(() => resolve(timers())), nobodyIsBlamed).set(now());
    });
    assert.equal(timers(), before + 1);
    assert.equal(await after, before);
  });
});
