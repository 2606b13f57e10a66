// A pointer becomes key presses: few, and the paddle rests where it was pointed to.

import assert from "node:assert/strict";
import fc from "fast-check";
import { type Chase, createChase, follow, letGo, MAX_CHANGES_PER_SECOND } from "../../../../client/game/input/chase.ts";

const FRAME_MS = 1000 / 60;
/** What the paddle goes in a frame: 10.5 units a second. */
const STRIDE = 10.5 / 60;

interface Trial {
  readonly paddle: number;
  readonly changedAtMs: readonly number[];
}

/** Plays frames in which the paddle moves as it is told, and notes each change of keys. */
function chase(targetAt: (ms: number) => number | null, seconds: number, frameMs = FRAME_MS): Trial {
  const state: Chase = createChase();
  const changedAtMs: number[] = [];
  const stride = (STRIDE * frameMs) / FRAME_MS;
  let paddle = 0;
  let held = 0;
  for (let nowMs = 0; nowMs < seconds * 1000; nowMs += frameMs) {
    const target = targetAt(nowMs);
    const push = follow(state, { nowMs, distance: target === null ? null : target - paddle, stride });
    if (push !== held) changedAtMs.push(nowMs);
    held = push;
    paddle += push * stride;
  }
  return { paddle, changedAtMs };
}

function mostInAnySecond(changedAtMs: readonly number[]): number {
  return Math.max(0, ...changedAtMs.map((from) => changedAtMs.filter((at) => at >= from && at < from + 1000).length));
}

describe("chasing a pointer", () => {
  it("goes there with one press and one release, and rests", () => {
    for (const target of [-4.7, -1, 0.4, 3.3]) {
      const { paddle, changedAtMs } = chase(() => target, 2);
      assert.ok(Math.abs(paddle - target) <= STRIDE / 2 + 1e-9, `ends at ${paddle} instead of ${target}`);
      assert.equal(changedAtMs.length, 2);
    }
  });

  it("rests as quietly when frames are slow", () => {
    const { paddle, changedAtMs } = chase(() => 2.2, 3, 70);
    assert.ok(Math.abs(paddle - 2.2) <= (STRIDE * 70) / FRAME_MS);
    assert.ok(changedAtMs.length <= 2);
  });

  it("leaves a small tremble of the hand alone", () => {
    const { changedAtMs } = chase((ms) => 0.1 * Math.sin(ms / 20), 3);
    assert.deepEqual(changedAtMs, []);
  });

  it("never changes keys more often than it may, whatever the hand does", () => {
    const hand = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 240 });
    fc.assert(
      fc.property(hand, (path) => {
        const { changedAtMs } = chase((ms) => path[Math.floor(ms / FRAME_MS) % path.length]!, 4);
        assert.ok(mostInAnySecond(changedAtMs) <= MAX_CHANGES_PER_SECOND);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps up with a hand that moves steadily", () => {
    for (const speed of [1, 3, 6, 9]) {
      const { paddle, changedAtMs } = chase((ms) => (speed * ms) / 1000, 3);
      assert.ok(Math.abs(paddle - speed * 3) < 1.2, `at ${speed} units/s it is ${paddle - speed * 3} off`);
      assert.ok(mostInAnySecond(changedAtMs) <= MAX_CHANGES_PER_SECOND);
    }
  });

  it("lets go when there is nothing to chase any more", () => {
    const state = createChase();
    assert.equal(follow(state, { nowMs: 0, distance: 3, stride: STRIDE }), 1);
    assert.equal(follow(state, { nowMs: 16, distance: null, stride: STRIDE }), 0);
    follow(state, { nowMs: 33, distance: -3, stride: STRIDE });
    letGo(state, 50);
    assert.equal(state.push, 0);
  });
});
