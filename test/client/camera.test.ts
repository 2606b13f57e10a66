// The camera: on the right side, with the whole table in the picture, whatever the shape of the window.

import assert from "node:assert/strict";
import { Matrix, Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { frameCourt, type Point, screenRight } from "../../client/scene/camera.ts";
import { CLASSIC } from "../../pong/court.ts";

const SHAPES = { wide: 16 / 9, old: 4 / 3, square: 1, tablet: 3 / 4, phone: 390 / 844, ultrawide: 21 / 9, banner: 4 };

/** Where a point of the court is seen, from -1 (left, bottom) to 1, by Babylon's own mathematics. */
function seen(seat: number, aspect: number, point: Point): Vector3 {
  const shot = frameCourt(CLASSIC, seat, aspect);
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
      const right = seen(seat, SHAPES.wide, { x: 0, y: 0, z: screenRight(seat) * 3 });
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
});
