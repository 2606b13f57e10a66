// A game pad pushes as its stick or its cross says, and a stick near its edge does not flutter.

import assert from "node:assert/strict";
import { type PadState, padPush } from "../../../../client/game/input/game-pad.ts";

function pad(axes: readonly number[], pressed: readonly number[] = []): PadState {
  return { axes, buttons: Array.from({ length: 17 }, (_, at) => ({ pressed: pressed.includes(at) })) };
}

describe("game pad", () => {
  it("rests in the middle, give or take what a worn stick is off", () => {
    assert.equal(padPush(pad([0, 0]), "x", 0), 0);
    assert.equal(padPush(pad([0.2, -0.29]), "x", 0), 0);
    assert.equal(padPush({ axes: [], buttons: [] }, "x", 0), 0);
  });

  it("pushes by the stick along the axis that counts", () => {
    assert.equal(padPush(pad([-1, 0]), "x", 0), -1);
    assert.equal(padPush(pad([0.8, 0]), "x", -1), 1);
    assert.equal(padPush(pad([1, 0]), "y", 0), 0);
    assert.equal(padPush(pad([0, 1]), "y", 0), 1);
  });

  it("keeps pushing until the stick is well back", () => {
    assert.equal(padPush(pad([0.4, 0]), "x", 0), 0);
    assert.equal(padPush(pad([0.4, 0]), "x", 1), 1);
    assert.equal(padPush(pad([0.25, 0]), "x", 1), 0);
  });

  it("follows the cross before the stick", () => {
    assert.equal(padPush(pad([1, 0], [14]), "x", 0), -1);
    assert.equal(padPush(pad([0, 0], [13]), "y", 0), 1);
    assert.equal(padPush(pad([0, 0], [14, 15]), "x", 0), 0);
  });
});
