// Where one points is where the paddle goes: the camera's projection, backwards.

import assert from "node:assert/strict";
import { Matrix, Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { courtYAt, paddleWay, type ScreenPoint, type Sight } from "../../../../client/game/input/aim.ts";
import { frameCourt } from "../../../../client/game/scene/camera.ts";
import { CLASSIC } from "../../../../pong/court.ts";

const WINDOWS = [
  { left: 0, width: 1280, height: 720 },
  { left: 0, width: 390, height: 844 },
  { left: 40, width: 844, height: 390 },
];

/** How far right of the table's middle a point of the screen is, on the line of one's own paddle seen from behind it. */
function unitsToTheRight(seat: number, box: (typeof WINDOWS)[number], x: number): number {
  const sight: Sight = { court: CLASSIC, seat, view: "behind", box: { ...box, top: 0 } };
  return courtYAt(sight, CLASSIC.rails[seat]!, { x, y: 0 }) * paddleWay(sight).sign;
}

describe("aiming with a pointer", () => {
  it("finds the middle of the table in the middle of the picture, for both seats", () => {
    for (const box of WINDOWS) {
      for (const seat of [0, 1]) {
        assert.ok(Math.abs(unitsToTheRight(seat, box, box.left + box.width / 2)) < 1e-9);
      }
    }
  });

  it("is the same to both sides, and for both seats", () => {
    for (const box of WINDOWS) {
      const at = (seat: number, share: number): number => unitsToTheRight(seat, box, box.left + box.width * share);
      assert.ok(at(0, 0.9) > 0);
      assert.ok(Math.abs(at(0, 0.9) + at(0, 0.1)) < 1e-9);
      assert.ok(Math.abs(at(0, 0.9) - at(1, 0.9)) < 1e-9);
    }
  });

  it("reaches both ends of the rail within the picture", () => {
    for (const box of WINDOWS) {
      assert.ok(unitsToTheRight(0, box, box.left + box.width) > CLASSIC.rails[0]!.maxY);
    }
  });
});

/** Where on the screen a point of the table is drawn, by Babylon's own mathematics. */
function drawn({ court, seat, view, box }: Sight, x: number, y: number): ScreenPoint {
  const aspect = box.width / box.height;
  const shot = frameCourt(court, seat, aspect, view);
  const eye = new Vector3(shot.eye.x, shot.eye.y, shot.eye.z);
  const look = Matrix.LookAtLH(eye, new Vector3(shot.target.x, shot.target.y, shot.target.z), Vector3.Up());
  const lens = Matrix.PerspectiveFovLH(shot.fov, aspect, 1, 400);
  const at = Vector3.TransformCoordinates(new Vector3(x, 0, y), look.multiply(lens));
  return { x: box.left + ((at.x + 1) / 2) * box.width, y: box.top + ((1 - at.y) / 2) * box.height };
}

describe("pointing at any paddle", () => {
  const sights: Sight[] = [0, 1].flatMap((seat) =>
    (["behind", "side"] as const).flatMap((view) =>
      WINDOWS.map((box) => ({ court: CLASSIC, seat, view, box: { ...box, top: 25 } })),
    ),
  );

  for (const sight of sights) {
    const { seat, view, box } = sight;
    const name = `${view} seat ${seat} in ${box.width} × ${box.height}`;

    it(`finds on each rail what is drawn there, from ${name}`, () => {
      const { axis } = paddleWay(sight);
      for (const rail of CLASSIC.rails) {
        for (const y of [rail.minY, -1.3, 0, 2, rail.maxY]) {
          const point = drawn(sight, rail.x, y);
          assert.ok(Math.abs(courtYAt(sight, rail, point) - y) < 1e-6, `${courtYAt(sight, rail, point)} for ${y}`);
          // A finger beside the rail means the same.
          const beside = axis === "x" ? { x: point.x, y: point.y - 90 } : { x: point.x + 90, y: point.y };
          assert.ok(Math.abs(courtYAt(sight, rail, beside) - y) < 1e-6);
        }
      }
    });

    it(`knows which way a paddle moves, from ${name}`, () => {
      const { axis, sign } = paddleWay(sight);
      assert.equal(axis, view === "side" && box.width > box.height ? "y" : "x");
      for (const rail of CLASSIC.rails) {
        const moved = drawn(sight, rail.x, sign)[axis] - drawn(sight, rail.x, -sign)[axis];
        assert.ok(moved > 5, `${moved} pixels`);
      }
    });
  }

  it("means a place very far away above the horizon, not behind the eye", () => {
    const sight: Sight = { court: CLASSIC, seat: 0, view: "side", box: { left: 0, top: 0, width: 1280, height: 720 } };
    assert.ok(courtYAt(sight, CLASSIC.rails[0]!, { x: 640, y: -5000 }) > CLASSIC.rails[0]!.maxY);
  });
});
