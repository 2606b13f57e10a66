// The trail: as long at any frame rate, and never across a corner.

import assert from "node:assert/strict";
import {
  advanceTrail,
  along,
  createTrailHistory,
  resetTrail,
  TRAIL_POINTS,
  type TrailHistory,
} from "../../../../client/game/scene/trail-history.ts";

/** A second of flight at 10 units a second along x, drawn in frames of this length. */
function fly(frameSeconds: number): TrailHistory {
  const history = createTrailHistory();
  resetTrail(history, { x: 0, y: 0 });
  let x = 0;
  for (let frame = 0; frame < Math.round(1 / frameSeconds); frame++) {
    const from = x;
    x += 10 * frameSeconds;
    const path = [
      { x: from, y: 0 },
      { x, y: 0 },
    ];
    advanceTrail(history, path, frameSeconds);
  }
  return history;
}

const lengthOf = (history: TrailHistory): number =>
  (history.points[0] ?? 0) - (history.points[(TRAIL_POINTS - 1) * 2] ?? 0);

describe("trail history", () => {
  for (const rate of [10, 30, 60, 144, 240]) {
    it(`is as long at ${rate} frames a second as at 60`, () => {
      assert.ok(Math.abs(lengthOf(fly(1 / rate)) - lengthOf(fly(1 / 60))) < 0.01);
    });
  }

  it("gathers at one place when it is reset", () => {
    const history = fly(1 / 60);
    resetTrail(history, { x: 3, y: -2 });
    for (let i = 0; i < TRAIL_POINTS; i++) {
      assert.deepEqual(history.points.slice(i * 2, i * 2 + 2), Float32Array.of(3, -2));
    }
  });

  it("follows the turns between two frames", () => {
    const path = [
      { x: 0, y: 0 },
      { x: 3, y: 0 },
      { x: 3, y: 3 },
    ];
    assert.deepEqual(along(path, 0.5), { x: 3, y: 0 });
    assert.deepEqual(along(path, 0.75), { x: 3, y: 1.5 });
    assert.deepEqual(along(path, 1), { x: 3, y: 3 });
  });
});
