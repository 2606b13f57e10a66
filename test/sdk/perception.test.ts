// What a drawing goes on from when another timeline takes the place of the one that it showed.

import assert from "node:assert/strict";
import { STANDARD_COURT, createGame } from "../../pong/games.ts";
import { DEFAULT_RULES } from "../../pong/rules.ts";
import { createTimeline, endAt, worldAt } from "../../pong/timeline.ts";
import { cloneWorld, createWorld } from "../../pong/world.ts";
import { Perception } from "../../sdk/perception.ts";

const LATE = [0, 0];
const NOTHING_KNOWN = { tick: -Infinity, score: [] };

describe("a drawing whose timeline is replaced", () => {
  for (const aheadTicks of [10, 400, 600, 5000]) {
    it(`goes on, ${aheadTicks} ticks after the keyframe`, () => {
      const game = createGame(DEFAULT_RULES);
      const old = createTimeline(game, createWorld(STANDARD_COURT, 7, 0));
      // The others paused while the ball flew.
      const paused = cloneWorld(worldAt(old, 200));
      const perception = new Perception(STANDARD_COURT);
      for (let tick = 0; tick < 200 + aheadTicks; tick += 100) {
        perception.draw(createTimeline(game, { ...cloneWorld(paused), tick }), tick + 0.5, LATE, tick, NOTHING_KNOWN);
      }
      const next = createTimeline(game, paused);
      const before = perception.picture.tick;
      perception.replace(old, next);
      perception.correct(next, () => endAt(next, 200));
      const { tick, balls } = perception.draw(next, before, LATE, before, NOTHING_KNOWN);
      assert.ok(tick >= before);
      assert.ok(balls.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
    });
  }
});
