// What holds in every rally: the ball is inside or scored, neither too fast nor too steep, and always on its way across.

import assert from "node:assert/strict";
import { ticksToGoal } from "../../pong/ball.ts";
import { CLASSIC as court, FASTEST_CROSSING_SECONDS, contactLine } from "../../pong/court.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { type SimEvent, step } from "../../pong/step.ts";
import { Phase, type World } from "../../pong/world.ts";
import { createDice, pressAtRandom } from "../support/random-play.ts";
import { createTestGame, createTestRally, createTestWorld } from "../support/test-world.ts";

const ROUNDING = 1e-12;
const slowestForward = court.serveSpeed / Math.sqrt(1 + court.steepest * court.steepest);
/** From the deepest point of one goal to that of the other, at the slowest: no two turns across are further apart. */
const LONGEST_CROSSING_TICKS = (2 * court.halfLength) / slowestForward;

/** Plays matches of random play and looks at every tick of every rally. */
function watchRallies(seed: number, ticks: number, look: (world: World, happened: readonly SimEvent[]) => void): void {
  const game = createTestGame({ pointsToWin: 21 });
  const dice = createDice(seed);
  let world = createTestWorld({}, seed);
  for (let tick = 0; tick < ticks; tick++) {
    if (world.phase === Phase.over) world = createTestWorld({}, ++seed);
    pressAtRandom(dice, court, world);
    const happened = step(game, world);
    look(world, happened);
  }
}

/**
 * Ticks from a hit of seat 0 at top speed to that of seat 1, who waits where the ball will come. The ball comes in with the
 * slope `along` x steepest and comes to the paddle's line `where` along it, both from -1 to 1. NaN when it goes past the end.
 */
function crossingTicks(where: number, hits: number, along = 0): number {
  const game = createTestGame();
  const slope = along * court.steepest;
  const world = createTestRally({ x: -8, vx: -0.2, y: 0, vy: 0.2 * slope }, { hits });
  const arrival = slope * (-8 - contactLine(court, court.rails[0]!));
  world.paddles[0]!.y = arrival - where * (court.paddleHalfFace + court.paddleRadius + court.ballRadius);
  let left = NaN;
  for (let tick = 0; tick < 600; tick++) {
    world.paddles[1]!.y = Math.min(4.7, Math.max(-4.7, world.balls[0]!.y));
    for (const one of step(game, world)) {
      if (one.kind === "hit" && one.seat === 0) left = one.at;
      if (one.kind === "hit" && one.seat === 1) return one.at - left;
    }
  }
  return NaN;
}

describe("a rally", () => {
  it("has no goal sooner than the ball can be there, and is told so to a tick at the end", () => {
    let world: World | null = null;
    let goals = 0;
    let closest = Infinity;
    // The promise made when the ball turned last, and how it grew: it may be put off by a paddle, never broken.
    let promisedTick = 0;
    watchRallies(17, 150_000, (after, happened) => {
      const before = world;
      world = structuredClone(after);
      if (before?.phase !== Phase.rally) return;
      const quietUntil = before.tick + ticksToGoal(court, before.balls[0]!);
      assert.ok(quietUntil >= promisedTick, `at tick ${before.tick}: ${quietUntil} after a promise of ${promisedTick}`);
      promisedTick = quietUntil;
      if (!happened.some((one) => one.kind === "goal")) return;
      assert.ok(before.tick >= quietUntil, `a goal at tick ${before.tick}, promised not before ${quietUntil}`);
      closest = Math.min(closest, before.tick - quietUntil);
      promisedTick = 0;
      goals++;
    });
    assert.ok(goals > 100, `${goals} goals`);
    assert.equal(closest, 0);
  });

  it("has the ball inside the court at every tick", () => {
    const edge = court.halfWidth - court.ballRadius;
    let nearest = Infinity;
    watchRallies(11, 150_000, (world) => {
      const ball = world.balls[0]!;
      assert.ok(Math.abs(ball.x) <= court.halfLength + ROUNDING, `x ${ball.x} at tick ${world.tick}`);
      assert.ok(Math.abs(ball.y) <= edge + ROUNDING, `y ${ball.y} at tick ${world.tick}`);
      nearest = Math.min(nearest, edge - Math.abs(ball.y));
    });
    assert.ok(nearest < 0.01, "the walls were reached");
  });

  it("ends with the ball at the goal line and a point for the other seat", () => {
    let goals = 0;
    let score = [0, 0];
    watchRallies(12, 100_000, (world, happened) => {
      for (const one of happened) {
        if (one.kind !== "goal") continue;
        goals++;
        assert.ok(Math.abs(Math.abs(one.x) - court.halfLength) < 1e-9);
        assert.equal(one.x < 0 ? 0 : 1, one.seat);
        assert.equal(world.balls[0]!.conceded, one.seat);
        const expected = [...score];
        expected[1 - one.seat]!++;
        assert.deepEqual(world.score, expected);
        assert.deepEqual(
          world.balls.map(({ x, y, vx, vy }) => ({ x, y, vx, vy })),
          [{ x: 0, y: 0, vx: 0, vy: 0 }],
        );
      }
      score = world.phase === Phase.over ? [0, 0] : [...world.score];
    });
    assert.ok(goals > 100);
  });

  it("has a ball of exactly the speed that its hits give it, up to the top speed", () => {
    let topped = 0;
    watchRallies(13, 150_000, (world) => {
      if (world.phase !== Phase.rally) return;
      const ball = world.balls[0]!;
      const speed = Math.sqrt(ball.vx * ball.vx + ball.vy * ball.vy);
      const expected = Math.min(court.topSpeed, court.serveSpeed + world.balls[0]!.hits * court.speedPerHit);
      assert.ok(Math.abs(speed - expected) < ROUNDING, `speed ${speed} after ${world.balls[0]!.hits} hits`);
      assert.ok(speed <= court.topSpeed + ROUNDING);
      if (expected === court.topSpeed) topped++;
    });
    assert.ok(topped > 100, "the top speed was reached");
  });

  it("never has a ball steeper than the steepest, so it always comes forward", () => {
    let steepest = 0;
    watchRallies(14, 150_000, (world) => {
      if (world.phase !== Phase.rally) return;
      const ball = world.balls[0]!;
      steepest = Math.max(steepest, Math.abs(ball.vy / ball.vx));
      assert.ok(Math.abs(ball.vx) >= slowestForward - ROUNDING, `forward ${ball.vx}`);
    });
    assert.ok(steepest <= court.steepest + ROUNDING && steepest > court.steepest * 0.95, `steepest ${steepest}`);
  });

  it("never takes longer from one turn to the next than the slowest crossing", () => {
    let since = 0;
    let longest = 0;
    watchRallies(15, 300_000, (world, happened) => {
      for (const one of happened) {
        if (one.kind === "wall") continue;
        if (one.kind === "hit" || one.kind === "goal") longest = Math.max(longest, one.at - since);
        since = one.at;
      }
      if (world.phase === Phase.rally) assert.ok(world.tick - since <= LONGEST_CROSSING_TICKS, `at tick ${world.tick}`);
    });
    assert.ok(longest > LONGEST_CROSSING_TICKS / 2 && longest <= LONGEST_CROSSING_TICKS, `longest ${longest}`);
  });

  it("is hit by one seat and then by the other", () => {
    let last = -1;
    watchRallies(16, 100_000, (world, happened) => {
      for (const one of happened) {
        if (one.kind === "serve") last = one.seat;
        if (one.kind !== "hit") continue;
        assert.notEqual(one.seat, last, `seat ${last} twice at tick ${world.tick}`);
        last = one.seat;
      }
    });
  });

  it("counts its hits and the serves of the match", () => {
    const counts = { serves: 0, hits: 0 };
    watchRallies(17, 60_000, (world, happened) => {
      for (const one of happened) {
        if (one.kind === "serve") {
          counts.serves++;
          counts.hits = 0;
        }
        if (one.kind === "hit") counts.hits++;
      }
      assert.equal(world.balls[0]!.hits, counts.hits);
      assert.equal(world.serves, counts.serves);
      if (world.phase === Phase.over) counts.serves = counts.hits = 0;
    });
  });

  it("says what happened in the order of its moments, each within its tick", () => {
    watchRallies(18, 100_000, (world, happened) => {
      let from = world.tick - 1;
      for (const one of happened) {
        assert.ok(one.at >= from && one.at <= world.tick, `${one.kind} at ${one.at} in the step to ${world.tick}`);
        from = one.at;
      }
    });
  });
});

describe("the fastest crossing", () => {
  it("takes at least 0.7 s, whatever the angle", () => {
    let fastest = Infinity;
    let measured = 0;
    for (let i = -100; i <= 100; i++) {
      for (const along of [-1, -0.5, 0, 0.5, 1]) {
        const ticks = crossingTicks(i / 100, 100, along);
        if (Number.isNaN(ticks)) continue;
        measured++;
        assert.ok(ticks / TICKS_PER_SECOND >= FASTEST_CROSSING_SECONDS, `${ticks} ticks at ${i / 100}`);
        fastest = Math.min(fastest, ticks);
      }
    }
    assert.ok(measured > 900, `${measured} of 1005 were returned`);
    assert.ok(fastest / TICKS_PER_SECOND < FASTEST_CROSSING_SECONDS + 0.02, `the straight one takes ${fastest} ticks`);
  });

  it("is reached only at the top speed: after a serve there is twice the time", () => {
    assert.ok(crossingTicks(0, 0) > 1.9 * crossingTicks(0, 100));
  });
});

describe("a ball off a paddle", () => {
  for (const [where, slope] of [
    [0, 0],
    [0.25, 0.3],
    [0.5, 0.6],
    [-0.5, -0.6],
    [0.9, 1.08],
    [-0.9, -1.08],
  ] as const) {
    it(`leaves with slope ${slope} when hit at ${where} of its half length`, () => {
      const span = court.paddleHalfFace + court.paddleRadius + court.ballRadius;
      const world = createTestRally({ x: -8.7, vx: -0.2, y: where * span });
      for (let tick = 0; world.balls[0]!.hits === 0 && tick < 10; tick++) step(createTestGame(), world);
      const ball = world.balls[0]!;
      assert.equal(world.balls[0]!.hits, 1);
      assert.ok(Math.abs(ball.vy / ball.vx - slope) < 1e-9, `slope ${ball.vy / ball.vx}`);
    });
  }

  it("leaves at the same angle however it came", () => {
    const slopes = [-1.2, -0.3, 0, 0.6, 1.2].map((incoming) => {
      const x = contactLine(court, court.rails[0]!);
      const world = createTestRally({ x, y: 0.4, vx: -0.2, vy: incoming * 0.2 });
      step(createTestGame(), world);
      return world.balls[0]!.vy / world.balls[0]!.vx;
    });
    for (const slope of slopes) assert.ok(Math.abs(slope - slopes[0]!) < 1e-12, `${slopes}`);
  });
});
