// The numbers drawn are mulberry32's, evenly spread, and follow from the state alone.

import assert from "node:assert/strict";
import { draw } from "../../pong/random.ts";

/** mulberry32 as published. */
function mulberry32(seed: number): () => number {
  let a = seed;
  return () => {
    a |= 0;
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe("a draw", () => {
  it("is the next number of mulberry32", () => {
    for (const seed of [0, 1, 42, 0x7fffffff, 0x80000000, 0xffffffff]) {
      const next = mulberry32(seed);
      let state = seed;
      for (let i = 0; i < 1000; i++) {
        const drawn = draw(state);
        assert.equal(drawn.value, next());
        assert.ok(Number.isInteger(drawn.state) && drawn.state >= 0 && drawn.state <= 0xffffffff);
        state = drawn.state;
      }
    }
  });

  it("is evenly spread from 0 up to 1", () => {
    const bins = Array.from({ length: 16 }, () => 0);
    let state = 5;
    for (let i = 0; i < 16_000; i++) {
      const drawn = draw(state);
      bins[Math.floor(drawn.value * 16)]!++;
      state = drawn.state;
    }
    for (const count of bins) assert.ok(Math.abs(count - 1000) < 150, `${bins}`);
  });
});
