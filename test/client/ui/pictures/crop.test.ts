// What is cut out of a picture: always a square within it, and it follows the hand.

import assert from "node:assert/strict";
import fc from "fast-check";
import {
  clampCrop,
  type Crop,
  type ImageSize,
  mostZoom,
  pullCrop,
  resultSide,
  squareOf,
  wholeCrop,
  zoomCrop,
} from "../../../../client/ui/pictures/crop.ts";

const WIDE: ImageSize = { width: 800, height: 400 };
const ROUNDING = 1e-6;

function assertNear(one: number, other: number): void {
  assert.ok(Math.abs(one - other) < ROUNDING, `${one} and ${other}`);
}

describe("a crop", () => {
  it("begins as the largest square in the middle", () => {
    assert.deepEqual(squareOf(WIDE, wholeCrop(WIDE)), { left: 200, top: 0, side: 400 });
    assert.deepEqual(squareOf({ width: 90, height: 120 }, wholeCrop({ width: 90, height: 120 })), {
      left: 0,
      top: 15,
      side: 90,
    });
  });

  it("shows what is further left when the picture is pulled to the right, up to its edge", () => {
    const pulled = pullCrop(WIDE, wholeCrop(WIDE), 0.25, 0.5);
    assert.deepEqual(squareOf(WIDE, pulled), { left: 100, top: 0, side: 400 });
    assert.equal(squareOf(WIDE, pullCrop(WIDE, pulled, 5, 0)).left, 0);
    assert.equal(squareOf(WIDE, pullCrop(WIDE, pulled, -5, 0)).left, 400);
  });

  it("keeps under the finger what was there when it is zoomed", () => {
    const crop = zoomCrop(WIDE, wholeCrop(WIDE), 2);
    const [atX, atY] = [0.3, 0.6];
    const before = squareOf(WIDE, crop);
    const after = squareOf(WIDE, zoomCrop(WIDE, crop, 3, atX, atY));
    assertNear(after.left + after.side * atX, before.left + before.side * atX);
    assertNear(after.top + after.side * atY, before.top + before.side * atY);
    assertNear(after.side, 400 / 3);
  });

  it("is zoomed as far as there is something to see, and no further out than the picture", () => {
    assert.equal(mostZoom({ width: 5000, height: 4000 }), 8);
    assert.equal(mostZoom({ width: 96, height: 400 }), 2);
    assert.equal(mostZoom({ width: 10, height: 10 }), 1);
    assert.equal(zoomCrop(WIDE, wholeCrop(WIDE), 0.1).zoom, 1);
    assert.equal(zoomCrop(WIDE, wholeCrop(WIDE), 100).zoom, 8);
  });

  it("gives as many pixels as it has, at most 1024", () => {
    assert.equal(resultSide(WIDE, wholeCrop(WIDE)), 400);
    const large = { width: 4000, height: 3000 };
    assert.equal(resultSide(large, wholeCrop(large)), 1024);
    assert.equal(resultSide(large, zoomCrop(large, wholeCrop(large), 8)), 375);
    assert.equal(resultSide({ width: 1, height: 9 }, wholeCrop({ width: 1, height: 9 })), 1);
  });

  it("lies within the picture, whatever is done to it", () => {
    const size = fc.integer({ min: 1, max: 20_000 });
    const amount = fc.double({ min: -50, max: 50, noNaN: true });
    const act = fc.oneof(
      fc.record({ pull: fc.tuple(amount, amount) }),
      fc.record({ zoom: fc.tuple(fc.double({ min: 0.01, max: 100, noNaN: true }), amount, amount) }),
      fc.record({ jump: fc.tuple(amount, amount, amount) }),
    );
    fc.assert(
      fc.property(size, size, fc.array(act, { maxLength: 12 }), (width, height, acts) => {
        const image = { width, height };
        let crop: Crop = wholeCrop(image);
        for (const one of acts) {
          if ("pull" in one) crop = pullCrop(image, crop, ...one.pull);
          else if ("zoom" in one) crop = zoomCrop(image, crop, ...one.zoom);
          else crop = clampCrop(image, { x: one.jump[0] * 999, y: one.jump[1] * 999, zoom: one.jump[2] });
          const { left, top, side } = squareOf(image, crop);
          assert.ok(side > 0 && left > -ROUNDING && top > -ROUNDING);
          assert.ok(left + side < width + ROUNDING && top + side < height + ROUNDING);
        }
      }),
    );
  });
});
