// A fair match: the level that is nearest, and how it moves with the score.

import assert from "node:assert/strict";
import { FAIR_LEAD, FAIR_MOST, fairLevel, nearestLevel } from "../../pong/ai/fair.ts";
import { AI_LEVELS, LEVELS } from "../../pong/ai/levels.ts";

describe("a fair match", () => {
  it("begins at the level whose rating is nearest", () => {
    for (const level of AI_LEVELS)
      for (const off of [-30, 0, 30]) assert.equal(nearestLevel(LEVELS[level].rating + off), level);
    assert.equal(nearestLevel(0), AI_LEVELS[0]);
    assert.equal(nearestLevel(4000), AI_LEVELS.at(-1));
  });

  it("gets harder for who leads and easier for who is behind, by one level for each three points, by two at most", () => {
    const start = AI_LEVELS.indexOf("tide");
    for (let own = 0; own <= 11; own++) {
      for (let other = 0; other <= 11; other++) {
        const moved = Math.min(FAIR_MOST, Math.floor(Math.abs(own - other) / FAIR_LEAD));
        const expected = AI_LEVELS[start + (own > other ? -moved : moved)];
        assert.equal(fairLevel("tide", own, other), expected, `${own}:${other}`);
      }
    }
  });

  it("ends at the weakest and at the strongest", () => {
    assert.equal(fairLevel("dewdrop", 11, 0), "dewdrop");
    assert.equal(fairLevel("quake", 0, 11), "nova");
  });
});
