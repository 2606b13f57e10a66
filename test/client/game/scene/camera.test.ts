// The camera: on the right side, with the whole table in the picture, whatever the shape of the window.

import assert from "node:assert/strict";
import { Matrix, Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { frameCourt, type Point } from "../../../../client/game/scene/camera.ts";
import { paddleWay } from "../../../../client/game/input/aim.ts";
import { CLASSIC } from "../../../../pong/court.ts";
import type { View } from "../../../../client/platform/settings.ts";

const SHAPES = { wide: 16 / 9, old: 4 / 3, square: 1, tablet: 3 / 4, phone: 390 / 844, ultrawide: 21 / 9, banner: 4 };

/** Where a point of the court is seen, from -1 (left, bottom) to 1, by Babylon's own mathematics. */
function seen(seat: number, aspect: number, point: Point, camera: View = "behind"): Vector3 {
  const shot = frameCourt(CLASSIC, seat, aspect, camera);
  const at = ({ x, y, z }: Point): Vector3 => new Vector3(x, y, z);
  const view = Matrix.LookAtLH(at(shot.eye), at(shot.target), Vector3.Up());
  const lens = Matrix.PerspectiveFovLH(shot.fov, aspect, 1, 400);
  return Vector3.TransformCoordinates(at(point), view.multiply(lens));
}

describe("camera", () => {
  for (const seat of [0, 1]) {
    it(`has its own paddle near and the other far, from seat ${seat}`, () => {
      const [own, other] = [CLASSIC.rails[seat], CLASSIC.rails[1 - seat]];
      assert.ok(own && other);
      const near = seen(seat, SHAPES.wide, { x: own.x, y: 0, z: 0 });
      const far = seen(seat, SHAPES.wide, { x: other.x, y: 0, z: 0 });
      assert.ok(near.y < far.y && near.z < far.z);
    });

    it(`knows which way is right, from seat ${seat}`, () => {
      const box = { left: 0, top: 0, width: 1280, height: 720 };
      const { sign } = paddleWay({ court: CLASSIC, seat, view: "behind", box });
      const right = seen(seat, SHAPES.wide, { x: 0, y: 0, z: sign * 3 });
      assert.ok(right.x > 0.1, `seen at ${right.x}`);
    });

    for (const [name, aspect] of Object.entries(SHAPES)) {
      it(`shows the whole court in a ${name} window, from seat ${seat}`, () => {
        for (const x of [-CLASSIC.halfLength, CLASSIC.halfLength]) {
          for (const z of [-CLASSIC.halfWidth, CLASSIC.halfWidth]) {
            const corner = seen(seat, aspect, { x, y: 0, z });
            assert.ok(Math.abs(corner.x) < 0.98, `corner ${x}, ${z} at ${corner.x} across`);
            assert.ok(corner.y > -0.97 && corner.y < 0.7, `corner ${x}, ${z} at ${corner.y} up`);
          }
        }
      });
    }
  }

  it("fills the width of a phone and the height of a wide window", () => {
    const own = { x: -CLASSIC.halfLength, y: 0, z: -CLASSIC.halfWidth };
    assert.ok(seen(0, SHAPES.phone, own).x > 0.75);
    assert.ok(seen(0, SHAPES.wide, own).y < -0.5);
    assert.ok(seen(0, SHAPES.wide, { x: CLASSIC.halfLength, y: 0, z: 0 }).y > 0.3);
  });

  it("stands behind the paddle where it always stood", () => {
    const { eye, target, fov } = frameCourt(CLASSIC, 1, SHAPES.wide);
    for (const [is, was] of [
      [eye.x, 18.270754],
      [eye.y, 6.638333],
      [target.x, 2.475894],
      [fov, 0.82],
    ] as const) {
      assert.ok(Math.abs(is - was) < 1e-5, `${is}, was ${was}`);
    }
    assert.deepEqual([eye.z, target.y, target.z], [0, 0, 0]);
  });
});

describe("camera from the side", () => {
  const across = ["wide", "old", "square", "ultrawide", "banner"] as const;
  const upright = ["tablet", "phone"] as const;

  for (const seat of [0, 1]) {
    const [own, other] = [CLASSIC.rails[seat]!, CLASSIC.rails[1 - seat]!];
    const at = (shape: keyof typeof SHAPES, x: number, z: number): Vector3 =>
      seen(seat, SHAPES[shape], { x, y: 0, z }, "side");

    it(`has its own paddle at the left of the other, as near as that one, from seat ${seat}`, () => {
      for (const shape of across) {
        const [left, right] = [at(shape, own.x, 0), at(shape, other.x, 0)];
        assert.ok(left.x < -0.2 && Math.abs(left.x + right.x) < 1e-9, `${shape}: ${left.x}, ${right.x}`);
        assert.ok(Math.abs(left.y - right.y) < 1e-9, shape);
      }
    });

    it(`stands the table upright in a tall window, own paddle at the bottom, from seat ${seat}`, () => {
      for (const shape of upright) {
        const [near, far] = [at(shape, own.x, 0), at(shape, other.x, 0)];
        assert.ok(near.y < -0.5 && far.y > 0.4, `${shape}: ${near.y}, ${far.y}`);
        assert.ok(Math.abs(near.x) < 1e-9 && Math.abs(far.x) < 1e-9, shape);
        // Whoever holds the other end sees a paddle as large as one's own, or nearly.
        const width = (x: number): number => Math.abs(at(shape, x, 1).x - at(shape, x, -1).x);
        assert.ok(width(other.x) > width(own.x) * 0.85, `${shape}: ${width(other.x)} of ${width(own.x)}`);
      }
    });

    for (const [name, aspect] of [...Object.entries(SHAPES), ["just upright", 0.79], ["just across", 0.81]] as const) {
      it(`shows the whole table and fills a ${name} window, from seat ${seat}`, () => {
        let [widest, highest, lowest] = [0, -1, 1];
        // The frame stands around the court, and the paddles above it.
        for (const x of [-CLASSIC.halfLength - 0.7, CLASSIC.halfLength + 0.7]) {
          for (const z of [-CLASSIC.halfWidth - 0.9, CLASSIC.halfWidth + 0.9]) {
            for (const y of [-1, 0.6]) {
              const corner = seen(seat, aspect, { x, y, z }, "side");
              widest = Math.max(widest, Math.abs(corner.x));
              highest = Math.max(highest, corner.y);
              lowest = Math.min(lowest, corner.y);
            }
          }
        }
        assert.ok(widest < 0.99 && highest < 0.73 && lowest > -0.96, `${widest} aside, ${lowest} to ${highest}`);
        // One of the two decides how large it is.
        assert.ok(widest > 0.93 || highest - lowest > 1.45, `${widest} aside, ${lowest} to ${highest}`);
      });
    }
  }
});
