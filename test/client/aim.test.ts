// Where one points is where the paddle goes: the camera's projection, backwards.

import assert from "node:assert/strict";
import { unitsToTheRight } from "../../client/input/aim.ts";
import { CLASSIC } from "../../pong/court.ts";

const WINDOWS = [
  { left: 0, width: 1280, height: 720 },
  { left: 0, width: 390, height: 844 },
  { left: 40, width: 844, height: 390 },
];

describe("aiming with a pointer", () => {
  it("finds the middle of the table in the middle of the picture, for both seats", () => {
    for (const box of WINDOWS) {
      for (const seat of [0, 1]) {
        assert.ok(Math.abs(unitsToTheRight(CLASSIC, seat, box, box.left + box.width / 2)) < 1e-9);
      }
    }
  });

  it("is the same to both sides, and for both seats", () => {
    for (const box of WINDOWS) {
      const at = (seat: number, share: number): number =>
        unitsToTheRight(CLASSIC, seat, box, box.left + box.width * share);
      assert.ok(at(0, 0.9) > 0);
      assert.ok(Math.abs(at(0, 0.9) + at(0, 0.1)) < 1e-9);
      assert.ok(Math.abs(at(0, 0.9) - at(1, 0.9)) < 1e-9);
    }
  });

  it("reaches both ends of the rail within the picture", () => {
    for (const box of WINDOWS) {
      assert.ok(unitsToTheRight(CLASSIC, 0, box, box.left + box.width) > CLASSIC.rails[0]!.maxY);
    }
  });
});
