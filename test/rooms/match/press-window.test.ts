// Which tick a press counts at, case by case.

import assert from "node:assert/strict";
import fc from "fast-check";
import { type Stamp, judgeStamp, windowTicks } from "../../../rooms/match/press-window.ts";

const NOW = 1000.4;

function stamp(tick: number, changes: Partial<Stamp> = {}): Stamp {
  return { tick, now: NOW, window: 6, last: 0, open: 980, epochTick: 500, end: Infinity, ...changes };
}

describe("a press counts", () => {
  const cases: [string, Stamp, number | null][] = [
    ["at its stamp when it is in time", stamp(999), 999],
    ["at its stamp at the edge of the window", stamp(995), 995],
    ["at the oldest allowed tick when it is later", stamp(994), 995],
    ["at its stamp up to two ticks ahead", stamp(1002), 1002],
    ["at the farthest allowed tick when it is further ahead", stamp(1_000_000), 1002],
    ["not before an earlier press of the same seat", stamp(996, { last: 998 }), 998],
    ["not before what is confirmed", stamp(990, { window: 30, open: 993 }), 993],
    ["never when it is of an old epoch", stamp(499), null],
    ["never from where everything stands still", stamp(999, { end: 999 }), null],
    ["before where everything stands still", stamp(998, { end: 999 }), 998],
    ["never when moving it would take it into the pause", stamp(990, { end: 995 }), null],
  ];
  for (const [title, given, expected] of cases) {
    it(title, () => assert.equal(judgeStamp(given), expected));
  }

  it("so that ticks of a seat never fall, whatever is stamped", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 50 }), (ticks) => {
        let last = 500;
        for (const [at, tick] of ticks.entries()) {
          const judged = judgeStamp(stamp(tick, { last, now: NOW + at }));
          if (judged === null) continue;
          assert.ok(judged >= last && judged >= 980 && judged <= NOW + at + 2);
          last = judged;
        }
      }),
    );
  });
});

describe("the window of a player", () => {
  it("is the whole round trip and six ticks", () => assert.equal(windowTicks(100), 12));
  it("is at most 16 ticks", () => assert.equal(windowTicks(10_000), 16));
  it("is the margin on a line that takes no time", () => assert.equal(windowTicks(0), 6));
});
