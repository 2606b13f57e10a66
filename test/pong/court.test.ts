// A court keeps its promises, and a plan that breaks one is refused by name.

import assert from "node:assert/strict";
import {
  CLASSIC,
  type CourtPlan,
  FASTEST_CROSSING_SECONDS,
  contactLine,
  createCourt,
  fastestCrossing,
} from "../../pong/court.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";

function changed(change: Partial<CourtPlan>): CourtPlan {
  return { ...CLASSIC, id: "bent", ...change };
}

describe("createCourt", () => {
  const broken: readonly { promise: string; change: Partial<CourtPlan>; refusal: RegExp }[] = [
    {
      promise: "a top speed that leaves 0.7 s for a crossing",
      change: { topSpeed: CLASSIC.topSpeed * 1.03 },
      refusal: /^Error: court bent: a ball may cross in less than 0\.7 s$/,
    },
    {
      promise: "rails far enough apart for a crossing of 0.7 s",
      change: { rails: CLASSIC.rails.map((rail) => ({ ...rail, x: rail.x * 0.95 })) },
      refusal: /less than 0\.7 s/,
    },
    {
      promise: "paddles slower than the ball's greatest sideways speed",
      change: { paddleSpeed: CLASSIC.topSpeed * 0.77 },
      refusal: /a paddle may outrun/,
    },
    {
      promise: "bounces steep enough to outrun a paddle",
      change: { steepest: 0.4, steepestServe: 0.4 },
      refusal: /a paddle may outrun/,
    },
    { promise: "a rest of a second after a goal", change: { restTicks: 59 }, refusal: /shorter than a second/ },
    {
      promise: "a serve no faster than the top speed",
      change: { serveSpeed: CLASSIC.topSpeed * 1.01 },
      refusal: /serve is faster/,
    },
    { promise: "a serve no steeper than the steepest", change: { steepestServe: 1.3 }, refusal: /serve is steeper/ },
    { promise: "a middle at 0, lengthwise", change: { rails: shifted(CLASSIC.rails) }, refusal: /not centred/ },
    { promise: "a middle at 0, for the walls", change: { walls: shifted(CLASSIC.walls) }, refusal: /not centred/ },
    { promise: "a middle at 0, for the goals", change: { goals: shifted(CLASSIC.goals) }, refusal: /not centred/ },
    {
      promise: "a middle at 0, for where the ball rests",
      change: { spots: [{ x: 0, y: 0.5 }] },
      refusal: /not centred/,
    },
  ];
  for (const { promise, change, refusal } of broken) {
    it(`refuses a plan without ${promise}`, () => {
      assert.throws(() => createCourt(changed(change)), refusal);
    });
  }

  it("takes the plan of the classic court, and one at the very edge of the promises", () => {
    assert.deepEqual(createCourt(CLASSIC), CLASSIC);
    createCourt(changed({ topSpeed: 17.5 / (0.7001 * TICKS_PER_SECOND), restTicks: 60 }));
  });
});

function shifted<T extends { readonly x: number } | { readonly at: number }>(things: readonly T[]): T[] {
  return things.map((thing) => ("x" in thing ? { ...thing, x: thing.x + 0.1 } : { ...thing, at: thing.at + 0.1 }));
}

describe("the classic court", () => {
  it("has the fastest crossing that its plan promises", () => {
    assert.ok(fastestCrossing(CLASSIC) >= FASTEST_CROSSING_SECONDS * TICKS_PER_SECOND);
    assert.ok(Math.abs(fastestCrossing(CLASSIC) - 17.5 / CLASSIC.topSpeed) < 1e-9);
  });

  it("has an interior that ends where a ball can first touch something", () => {
    const { interior, rails } = CLASSIC;
    assert.deepEqual(interior, {
      minX: contactLine(CLASSIC, rails[0]!),
      maxX: contactLine(CLASSIC, rails[1]!),
      minY: -CLASSIC.halfWidth + CLASSIC.ballRadius,
      maxY: CLASSIC.halfWidth - CLASSIC.ballRadius,
    });
  });
});
