// Which numbers are keys, and which way they push.

import assert from "node:assert/strict";
import { ALL_KEYS, Key, direction, isKeys } from "../../pong/keys.ts";

describe("keys", () => {
  it("push up, down, or nowhere when none or both are held", () => {
    const ways = [Key.none, Key.up, Key.down, Key.up | Key.down].map(direction);
    assert.deepEqual(ways, [0, 1, -1, 0]);
  });

  it("are the whole numbers from 0 to 3 and nothing else", () => {
    for (let keys = 0; keys <= ALL_KEYS; keys++) assert.ok(isKeys(keys));
    for (const other of [-1, 4, 0.5, NaN, Infinity, 2 ** 32]) assert.ok(!isKeys(other), `${other}`);
  });
});
