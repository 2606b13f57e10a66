// Two fingers on one screen: each steers the paddle on whose half it was put down.

import assert from "node:assert/strict";
import type { Sight } from "../../../../client/game/input/aim.ts";
import { halfOf } from "../../../../client/game/input/pointers.ts";
import { CLASSIC } from "../../../../pong/court.ts";

const sight = (width: number, height: number): Sight => ({
  court: CLASSIC,
  seat: 0,
  view: "side",
  box: { left: 10, top: 20, width, height },
});

describe("halves of a shared screen", () => {
  it("are left and right where the table lies across", () => {
    const wide = sight(800, 400);
    assert.equal(halfOf(wide, { x: 100, y: 50 }), "near");
    assert.equal(halfOf(wide, { x: 409, y: 400 }), "near");
    assert.equal(halfOf(wide, { x: 411, y: 50 }), "far");
  });

  it("are the two ends where it stands upright", () => {
    const tall = sight(400, 800);
    assert.equal(halfOf(tall, { x: 50, y: 700 }), "near");
    assert.equal(halfOf(tall, { x: 400, y: 421 }), "near");
    assert.equal(halfOf(tall, { x: 400, y: 419 }), "far");
  });
});
