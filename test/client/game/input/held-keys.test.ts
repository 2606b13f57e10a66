// The key pressed last wins, on any of the sets of keys.

import assert from "node:assert/strict";
import { createHeldKeys, press, push, pushOf, release } from "../../../../client/game/input/held-keys.ts";

describe("held keys", () => {
  it("push the way of the last one pressed, and back when it comes up", () => {
    const keys = createHeldKeys();
    press(keys, "ArrowLeft");
    assert.equal(push(keys), -1);
    press(keys, "KeyD");
    assert.equal(push(keys), 1);
    release(keys, "KeyD");
    assert.equal(push(keys), -1);
    release(keys, "ArrowLeft");
    assert.equal(push(keys), 0);
  });

  it("ignore repeats and keys that are not ours", () => {
    const keys = createHeldKeys();
    assert.equal(press(keys, "KeyA"), true);
    assert.equal(press(keys, "KeyA"), false);
    assert.equal(press(keys, "KeyX"), false);
    assert.equal(release(keys, "KeyX"), false);
  });

  it("take up for left and down for right, for those who think of the table from the side", () => {
    const keys = createHeldKeys();
    assert.deepEqual(
      ["ArrowUp", "KeyW", "ArrowDown", "KeyS"].map((code) => pushOf(keys, code)),
      [-1, -1, 1, 1],
    );
  });

  it("are divided between two at one keyboard", () => {
    const [left, right] = [createHeldKeys("letters"), createHeldKeys("arrows")];
    for (const keys of [left, right]) for (const code of ["KeyW", "ArrowDown"]) press(keys, code);
    assert.deepEqual([push(left), push(right)], [-1, 1]);
    release(left, "ArrowDown");
    assert.equal(push(right), 1);
  });
});
