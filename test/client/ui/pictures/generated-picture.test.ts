// The pictures of players without one of their own: always the same for one, and another for another.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { generatePicture } from "../../../../client/ui/pictures/generated.ts";

const ID = "0a4b8f8e-5d3c-4c53-9d5e-0f0f1c2d3e4f";

describe("a generated picture", () => {
  it("is the same for the same player, today and ever after", () => {
    assert.deepEqual(generatePicture(ID), generatePicture(ID));
    // Written down: whoever changes the drawing of numbers changes everybody's face.
    const { ownHue, otherHue, turns, paddle, way } = generatePicture(ID);
    assert.deepEqual([ownHue, otherHue, turns, paddle, way.length], [40, 100, 0, 42.1, 3]);
  });

  it("is another for another player", () => {
    const pictures = new Set(Array.from({ length: 2000 }, () => JSON.stringify(generatePicture(randomUUID()))));
    assert.ok(pictures.size > 1995, `${pictures.size} of 2000`);
  });

  it("uses every hue and every side", () => {
    const pictures = Array.from({ length: 2000 }, () => generatePicture(randomUUID()));
    assert.equal(new Set(pictures.map(({ ownHue }) => ownHue)).size, 36);
    assert.equal(new Set(pictures.map(({ turns }) => turns)).size, 4);
    assert.ok(new Set(pictures.map(({ way }) => way.length)).size >= 3, "straight, over one wall, over two");
  });

  it("stays within its frame, its hues apart, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (id) => {
        const { ownHue, otherHue, way } = generatePicture(id);
        const apart = Math.abs(ownHue - otherHue);
        assert.ok(Math.min(apart, 360 - apart) >= 60);
        assert.ok(ownHue >= 0 && ownHue < 360 && otherHue >= 0 && otherHue < 360);
        assert.ok(way.length >= 2 && way.length <= 6);
        for (const { x, y } of way) assert.ok(x >= 20 && x <= 80 && y >= 32 && y <= 80, `${x} ${y}`);
      }),
    );
  });
});
