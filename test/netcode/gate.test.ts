// The netcode gate: the real sdk and the real table in virtual time, two human-like players, every drawn frame and every
// own hit held against the recording. What the figures mean: test/support/netcode-trial.ts.

import assert from "node:assert/strict";
import { type Trial, runTrial } from "../support/netcode-trial.ts";
import { FAIR_LINES, complaints } from "../support/fair-lines.ts";
import type { TrialResult } from "../support/trial-result.ts";
import type { LineQuality } from "../support/way.ts";

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
      // Reckoned with the round trip that the server has measured, and never in less than quarter ticks.
      assert.ok(result.lateExcess <= 1, `L is ${result.lateExcess} ticks above p99.9 of the lateness + 1 tick`);
      assert.equal(result.pauses, 0);
      assert.deepEqual([result.falseGoals, result.missedGoals, result.falseMoments, result.divergences], [0, 0, 0, 0]);
    });
  }

  it("has no more jerks than one in a crossing or so, at 250 ms and 60 Hz", () => {
    const calm = { roundTripMs: 250, jitterMs: 10 };
    const frameMs = [1000 / 60, 1000 / 60] as const;
    const { kinks, hits } = runTrial({ lines: [calm, calm], hits: 300, frameMs, seed: SEED });
    // Each of both sees every crossing, and each crossing ends with a hit of one of them.
    assert.ok(kinks / (hits * 2) <= 0.8, `${kinks} in ${hits * 2} crossings`);
  });

  it("is seldom taken back when 1 % of messages are stalled by 200 ms", () => {
    const stalling: LineQuality = { ...line(150), stallShare: 0.01, stallMs: 200 };
    const result = runTrial({ lines: [stalling, stalling], hits: HITS, seed: SEED });
    assertHonest(result);
    const share = { ball: result.wrongBall, own: result.wrongOwn, other: result.wrongOther };
    const percent = (count: number): string => `${((100 * count) / result.frames).toFixed(2)} % of frames`;
    assert.ok(result.overturned / result.hits <= 0.003, `${result.overturned} of ${result.hits} own hits overturned`);
    assert.ok(share.ball / result.frames <= 0.0045, `the ball is wrong in ${percent(share.ball)}`);
    assert.ok(share.own / result.frames <= 0.015, `the own paddle is wrong in ${percent(share.own)}`);
    // A press counts when it was made, however late it comes: so the other one sees it late, and it is not taken back.
    assert.ok(share.other / result.frames <= 0.04, `the other paddle is wrong in ${percent(share.other)}`);
    assert.ok(result.wrongOther > 0, "a stall that nobody notices is not simulated");
  });

  for (const fairLine of FAIR_LINES) {
    it(`is as honest as it can be: ${fairLine.title}`, () => {
      const isClean = fairLine.most.ball === 0;
      const result = runTrial({ ...fairLine.trial, hits: isClean ? 120 : 500, pointsToWin: 5, seed: SEED });
      assert.deepEqual(complaints(fairLine, result), []);
    });
  }

  it("is noticed by the server when somebody answers its pings late", () => {
    const late: Trial = { lines: [line(40), line(40)], cheats: [{ delaysPongsMs: 200 }, {}], hits: 60, seed: SEED };
    const { odd, matches } = runTrial({ ...late, isWatched: false, pointsToWin: 3 });
    assert.ok(odd >= 1 && odd <= matches + 1, `${odd} times in ${matches} matches`);
  });

  it("is the same for the same seed, frame by frame", () => {
    const trial: Trial = { lines: [line(80), line(150)], hits: 50, seed: 7 };
    const first = runTrial(trial);
    assert.deepEqual(runTrial(trial), first);
    assert.notEqual(runTrial({ ...trial, seed: 8 }).digest, first.digest);
  });
});
