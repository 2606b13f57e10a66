// Every paddle goes at the one speed, only where its keys say, and stays on its rail.

import assert from "node:assert/strict";
import fc from "fast-check";
import { CLASSIC as court } from "../../pong/court.ts";
import { Key } from "../../pong/keys.ts";
import { step } from "../../pong/step.ts";
import { Phase } from "../../pong/world.ts";
import { createTestGame, createTestWorld } from "../support/test-world.ts";

const game = createTestGame();
const ROUNDING = 1e-12;

describe("a paddle", () => {
  it("never goes faster than its speed, never off its rail, and never without a key", () => {
    const held = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 90 })), { maxLength: 40 });
    fc.assert(
      fc.property(fc.integer(), held, (seed, runs) => {
        const world = createTestWorld({}, seed);
        for (const [keys, ticks] of runs) {
          for (let i = 0; i < ticks && world.phase !== Phase.over; i++) {
            const before = world.paddles.map((paddle) => paddle.y);
            world.paddles[0]!.keys = keys;
            world.paddles[1]!.keys = 3 - keys;
            step(game, world);
            for (const [seat, paddle] of world.paddles.entries()) {
              const moved = paddle.y - before[seat]!;
              const { minY, maxY } = court.rails[seat]!;
              assert.ok(Math.abs(moved) <= court.paddleSpeed + ROUNDING);
              assert.ok(paddle.y >= minY && paddle.y <= maxY);
              if (paddle.keys === Key.up) assert.ok(moved > 0 || paddle.y === maxY);
              else if (paddle.keys === Key.down) assert.ok(moved < 0 || paddle.y === minY);
              else assert.equal(moved, 0);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("goes its whole speed in every tick, and stops exactly at either end of the rail", () => {
    for (const keys of [Key.up, Key.down]) {
      const world = createTestWorld();
      const way = keys === Key.up ? 1 : -1;
      for (const paddle of world.paddles) paddle.keys = keys;
      for (let tick = 1; tick <= 20; tick++) {
        step(game, world);
        assert.ok(Math.abs(world.paddles[0]!.y - way * tick * court.paddleSpeed) < ROUNDING);
      }
      for (let tick = 0; tick < 20; tick++) step(game, world);
      assert.deepEqual(
        world.paddles.map((paddle) => paddle.y),
        [way * 4.7, way * 4.7],
      );
    }
  });

  it("stands still while both keys are held", () => {
    const world = createTestWorld();
    world.paddles[0]!.keys = Key.up | Key.down;
    for (let tick = 0; tick < 100; tick++) step(game, world);
    assert.equal(world.paddles[0]!.y, 0);
  });

  it("moves while the ball rests, at the same speed as in a rally", () => {
    const resting = createTestWorld();
    const rallying = createTestWorld({ phase: Phase.rally, rest: 0 });
    for (const world of [resting, rallying]) {
      world.paddles[1]!.keys = Key.up;
      step(game, world);
    }
    assert.equal(resting.phase, Phase.rest);
    assert.equal(resting.paddles[1]!.y, court.paddleSpeed);
    assert.deepEqual(resting.paddles, rallying.paddles);
  });

  it("still moves when the match is over: whether it is may yet change", () => {
    const world = createTestWorld({ phase: Phase.over, rest: 0 });
    world.paddles[0]!.keys = Key.up;
    step(game, world);
    assert.equal(world.paddles[0]!.y, court.paddleSpeed);
    assert.equal(world.tick, 1);
  });

  it("leaves no gap between itself and the wall at the end of its rail", () => {
    for (const rail of court.rails) {
      const halfLength = court.paddleHalfFace + court.paddleRadius;
      assert.ok(rail.maxY + halfLength > court.halfWidth - 2 * court.ballRadius);
      assert.ok(rail.maxY + halfLength <= court.halfWidth + ROUNDING);
      assert.equal(rail.minY, -rail.maxY);
    }
  });
});
