// Who serves, when, and where to: drawn from the seed, and fair.

import assert from "node:assert/strict";
import { CLASSIC as court } from "../../pong/court.ts";
import { step } from "../../pong/step.ts";
import { Phase, type World } from "../../pong/world.ts";
import { createTestGame, createTestWorld } from "../support/test-world.ts";

const game = createTestGame({ pointsToWin: 21 });

/** Steps to the next serve; returns the ticks it took. */
function untilServe(world: World): number {
  for (let ticks = 1; ; ticks++) {
    if (step(game, world).some((one) => one.kind === "serve")) return ticks;
    assert.ok(ticks < 10_000, "there is a next serve");
  }
}

/** The slope of the serve, seen from who serves: positive is towards +y. */
function slope(world: World): number {
  const ball = world.balls[0]!;
  return ball.vy / Math.abs(ball.vx);
}

describe("a serve", () => {
  it("comes after the first rest, and after the shorter rest that follows a goal", () => {
    const world = createTestWorld();
    assert.equal(untilServe(world), court.firstRestTicks);
    while (world.phase === Phase.rally) {
      for (const paddle of world.paddles) paddle.y = world.balls[0]!.y > 0 ? -4.7 : 4.7;
      step(game, world);
    }
    assert.equal(world.balls[0]!.rest, court.restTicks);
    assert.equal(world.balls[0]!.restLength, court.restTicks);
    assert.equal(untilServe(world), court.restTicks);
  });

  it("flies from the middle, away from who serves, at the serve's speed", () => {
    for (let seed = 0; seed < 200; seed++) {
      const world = createTestWorld({}, seed);
      untilServe(world);
      const { x, y, vx, vy } = world.balls[0]!;
      assert.deepEqual([x, y], [0, 0]);
      assert.equal(vx > 0, world.balls[0]!.server === 0);
      assert.ok(Math.abs(Math.sqrt(vx * vx + vy * vy) - court.serveSpeed) < 1e-12);
      assert.ok(Math.abs(slope(world)) <= court.steepestServe + 1e-12);
    }
  });

  it("goes to the seats in turn, whoever scores", () => {
    for (let seed = 0; seed < 20; seed++) {
      const world = createTestWorld({}, seed);
      let expected = world.balls[0]!.server;
      for (let serves = 0; serves < 8; serves++) {
        untilServe(world);
        assert.equal(world.balls[0]!.server, expected);
        assert.equal(world.balls[0]!.vx > 0, expected === 0);
        expected = 1 - expected;
        while (world.phase === Phase.rally) step(game, world);
        if (world.phase === Phase.over) break;
      }
    }
  });

  it("comes first from either seat and at any angle alike, by the seed", () => {
    const seeds = 4000;
    const bins = Array.from({ length: 8 }, () => 0);
    for (let seed = 0; seed < seeds; seed++) {
      const world = createTestWorld({}, seed);
      untilServe(world);
      const bin = Math.min(3, Math.floor((slope(world) / court.steepestServe + 1) * 2));
      bins[world.balls[0]!.server * 4 + bin]!++;
    }
    for (const count of bins) assert.ok(Math.abs(count - seeds / 8) < 0.2 * (seeds / 8), `${bins}`);
  });

  it("has another angle each time", () => {
    const world = createTestWorld();
    const slopes = new Set<number>();
    for (let serves = 0; serves < 6; serves++) {
      untilServe(world);
      slopes.add(slope(world));
      while (world.phase === Phase.rally) {
        for (const paddle of world.paddles) paddle.y = world.balls[0]!.y > 0 ? -4.7 : 4.7;
        step(game, world);
      }
    }
    assert.equal(slopes.size, 6);
  });

  it("is the same for the same seed", () => {
    const [one, other] = [createTestWorld({}, 99), createTestWorld({}, 99)];
    untilServe(one);
    untilServe(other);
    assert.deepEqual(one, other);
  });
});
