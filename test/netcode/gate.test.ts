// The netcode gate: the real sdk and the real table in virtual time, two human-like players, every drawn frame and every
// own hit held against the recording. What the figures mean: test/support/netcode-trial.ts.

import assert from "node:assert/strict";
import { type Trial, type TrialResult, runTrial } from "../support/netcode-trial.ts";
import type { LineQuality } from "../support/simulated-table.ts";

const HITS = 600;
const SEED = 20_261_123;

const line = (roundTripMs: number): LineQuality => ({ roundTripMs, jitterMs: 30 });

const TRIALS: readonly { title: string; lines: Trial["lines"] }[] = [
  { title: "20 ms", lines: [line(20), line(20)] },
  { title: "80 ms", lines: [line(80), line(80)] },
  { title: "150 ms", lines: [line(150), line(150)] },
  { title: "250 ms", lines: [line(250), line(250)] },
  { title: "40 ms against 250 ms", lines: [line(40), line(250)] },
];

function assertHonest(result: TrialResult): void {
  assert.ok(result.hits >= HITS, `${result.hits} hits`);
  assert.equal(result.backwards, 0, "frames whose drawn time ran backwards");
  assert.ok(result.keyChangesPerSecond > 4.2, `${result.keyChangesPerSecond} key changes/s`);
}

describe("what players see, at round trips with 30 ms of jitter", () => {
  for (const { title, lines } of TRIALS) {
    it(`is never taken back: ${title}`, () => {
      const result = runTrial({ lines, hits: HITS, seed: SEED });
      assertHonest(result);
      assert.equal(result.overturned, 0, "own hits overturned");
      assert.equal(result.altered, 0, "own hits altered");
      assert.equal(result.wrongOwn, 0, "frames with the own paddle wrong");
      assert.equal(result.wrongOther, 0, "frames with the other paddle wrong");
      assert.equal(result.wrongBall, 0, "frames with the ball wrong");
      assert.equal(result.notPresent, 0, "frames with the own side not drawn at the present");
      assert.ok(result.lateExcess <= 0, `L is ${result.lateExcess} ticks above p99.9 of the lateness + 1 tick`);
      assert.equal(result.pauses, 0);
    });
  }

  it("is seldom taken back when 1 % of messages are stalled by 200 ms", () => {
    const stalling: LineQuality = { ...line(150), stallShare: 0.01, stallMs: 200 };
    const result = runTrial({ lines: [stalling, stalling], hits: HITS, seed: SEED });
    assertHonest(result);
    assert.ok(result.overturned / result.hits <= 0.01, `${result.overturned} of ${result.hits} own hits overturned`);
    assert.ok(result.wrongBall / result.frames <= 0.003, `${result.wrongBall} of ${result.frames} ball frames wrong`);
    assert.ok(
      result.wrongOther / result.frames <= 0.02,
      `${result.wrongOther} of ${result.frames} paddle frames wrong`,
    );
    assert.ok(result.wrongOther > 0, "a stall that nobody notices is not simulated");
  });

  it("is the same for the same seed, frame by frame", () => {
    const trial: Trial = { lines: [line(80), line(150)], hits: 50, seed: 7 };
    const first = runTrial(trial);
    assert.deepEqual(runTrial(trial), first);
    assert.notEqual(runTrial({ ...trial, seed: 8 }).digest, first.digest);
  });
});
