// Nothing passes through anything: each tick agrees with the same tick walked in tiny steps, and no ball on its way to a
// goal is ever found inside the paddle.

import assert from "node:assert/strict";
import fc from "fast-check";
import { CLASSIC as court, contactLine, reach } from "../../pong/court.ts";
import { type SimEvent, step } from "../../pong/step.ts";
import { Phase, type World, cloneWorld } from "../../pong/world.ts";
import { gap, walkTick } from "../support/fine-steps.ts";
import { createDice, pressAtRandom } from "../support/random-play.ts";
import { createTestGame, createTestRally, createTestWorld } from "../support/test-world.ts";

const game = createTestGame();
const STEPS = 2000;
/** How far the walker may be off: a few of its own steps. */
const TOLERANCE = (8 * court.topSpeed) / STEPS;

/** A ball and paddles around the moment of a hit; numbers from 0 to 1 unless said. */
interface Meeting {
  readonly seat: number;
  /** 0.5 to 1 of the top speed. */
  readonly speed: number;
  /** -1 to 1 of the steepest. */
  readonly slope: number;
  /** How far in front of the paddle's core, in ticks of forward flight; 0 is the core itself. */
  readonly ticksAway: number;
  /** Where the ball is from the paddle's middle, in capsule lengths: 1 touches the very end. */
  readonly offset: number;
  /** Along the rail, from end to end. */
  readonly along: number;
  readonly keys: number;
  readonly hits: number;
}

function meet(meeting: Meeting): World {
  const rail = court.rails[meeting.seat]!;
  const slope = meeting.slope * court.steepest;
  const vx = (-rail.facing * meeting.speed * court.topSpeed) / Math.sqrt(1 + slope * slope);
  const paddleY = rail.minY + meeting.along * (rail.maxY - rail.minY);
  const edge = court.halfWidth - court.ballRadius;
  const y = paddleY + meeting.offset * (court.paddleHalfFace + reach(court));
  const paddles = [
    { y: 0, keys: 0 },
    { y: 0, keys: 0 },
  ];
  paddles[meeting.seat] = { y: paddleY, keys: meeting.keys };
  const ball = {
    x: rail.x - vx * meeting.ticksAway,
    y: Math.min(edge, Math.max(-edge, y)),
    vx,
    vy: Math.abs(vx) * slope,
  };
  return createTestRally(ball, { paddles, hits: meeting.hits });
}

/** Nearby numbers that matter: the ends, the middle, and everything between. */
function between(from: number, to: number): fc.Arbitrary<number> {
  const any = fc.double({ min: from, max: to, noNaN: true });
  return fc.oneof({ weight: 4, arbitrary: any }, { weight: 1, arbitrary: fc.constantFrom(from, (from + to) / 2, to) });
}

const anywhere = {
  seat: fc.integer({ min: 0, max: 1 }),
  speed: between(0.45, 1),
  slope: between(-1, 1),
  ticksAway: between(-1, 6),
  offset: between(-1.3, 1.3),
  along: between(0, 1),
  keys: fc.integer({ min: 0, max: 3 }),
  hits: fc.integer({ min: 0, max: 30 }),
};
/** Into the corner between the wall and a paddle near the end of its rail. */
const upperCorner: fc.Arbitrary<Meeting> = fc.record({
  ...anywhere,
  slope: between(0.2, 1),
  ticksAway: between(1, 5),
  offset: between(0.45, 0.75),
  along: between(0.94, 1),
});
const lowerCorner = upperCorner.map((one) => ({
  ...one,
  slope: -one.slope,
  offset: -one.offset,
  along: 1 - one.along,
}));
const meetings = fc.oneof(
  { weight: 3, arbitrary: fc.record(anywhere) },
  { weight: 1, arbitrary: upperCorner },
  { weight: 1, arbitrary: lowerCorner },
);

function names(happened: readonly SimEvent[]): string[] {
  return happened.filter((one) => one.kind !== "over").map((one) => `${one.kind} ${one.seat}`);
}

/** Compares one step with the walk of the same tick; returns what happened, or null when it was too close to call. */
function agreed(world: World): readonly string[] | null {
  const walked = walkTick(court, world, STEPS);
  const before = world.tick;
  const happened = step(game, world);
  if (walked.doubt < TOLERANCE) return null;
  assert.deepEqual(names(happened), walked.happened);
  for (const [i, time] of walked.times.entries()) {
    assert.ok(Math.abs(happened[i]!.at - before - time) < 8 / STEPS, `${walked.happened[i]} at ${time}`);
  }
  const ball = world.balls[0]!;
  for (const field of ["x", "y", "vx", "vy"] as const) {
    assert.ok(
      Math.abs(ball[field] - walked[field]) < 2 * TOLERANCE,
      `${field}: ${ball[field]}, walked ${walked[field]}`,
    );
  }
  return happened.map((one) => one.kind);
}

describe("a ball that meets a paddle", () => {
  it("turns exactly when the same tick walked in tiny steps says so", () => {
    const seen = { decided: 0, hits: 0, walls: 0, goals: 0, both: 0 };
    fc.assert(
      fc.property(meetings, (meeting) => {
        const world = meet(meeting);
        const kinds = overlaps(world, meeting.seat) ? null : agreed(world);
        if (kinds === null) return;
        seen.decided++;
        if (kinds.includes("hit")) seen.hits++;
        if (kinds.includes("wall")) seen.walls++;
        if (kinds.includes("goal")) seen.goals++;
        if (kinds.length > 1) seen.both++;
      }),
      { numRuns: 8000, seed: 2 },
    );
    assert.ok(seen.decided > 2000 && seen.hits > 500 && seen.walls > 100 && seen.both > 20, JSON.stringify(seen));
  });

  it("never gets into it while it flies on towards the goal", () => {
    fc.assert(
      fc.property(
        meetings,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
        (meeting, keys) => {
          const world = meet(meeting);
          fc.pre(!overlaps(world, meeting.seat));
          for (const held of keys) {
            world.paddles[meeting.seat]!.keys = held;
            step(game, world);
            if (world.phase !== Phase.rally) return;
            assertOutside(world);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("never gets into it over minutes of random play", () => {
    const dice = createDice(7);
    const world = createTestWorld();
    const long = createTestGame({ pointsToWin: 21 });
    for (let tick = 0; tick < 60_000 && world.phase !== Phase.over; tick++) {
      pressAtRandom(dice, court, world);
      step(long, world);
      if (world.phase === Phase.rally) assertOutside(world);
    }
  });

  for (const seat of [0, 1]) {
    describe(`of seat ${seat}, at top speed`, () => {
      const base: Meeting = { seat, speed: 1, slope: 0, ticksAway: 2, offset: 0, along: 0.5, keys: 0, hits: 20 };
      const cases: readonly { name: string; meeting: Partial<Meeting>; returned: boolean }[] = [
        { name: "is returned by the middle", meeting: {}, returned: true },
        { name: "is returned by the last of the face", meeting: { offset: 0.96 / 1.61 }, returned: true },
        { name: "is returned by the round end", meeting: { offset: 0.99 }, returned: true },
        { name: "passes just beyond the round end", meeting: { offset: 1.01 }, returned: false },
        { name: "is returned when the paddle gets there in time", meeting: { offset: 1.1, keys: 1 }, returned: true },
        { name: "passes when the paddle leaves in time", meeting: { offset: 0.9, keys: 2 }, returned: false },
        { name: "is returned by a paddle at the end of its rail", meeting: { along: 1, offset: 0.5 }, returned: true },
        {
          name: "is returned by a paddle that pushes at the end of its rail",
          meeting: { along: 1, offset: 0.6, keys: 1 },
          returned: true,
        },
        { name: "is returned from the corner", meeting: { along: 1, offset: 1, slope: 1 }, returned: true },
        { name: "is returned from the other corner", meeting: { along: 0, offset: -1, slope: -1 }, returned: true },
        {
          name: "is returned when it comes by way of the wall",
          meeting: { along: 1, offset: 0.75, slope: 0.7 },
          returned: true,
        },
      ];
      for (const { name, meeting, returned } of cases) {
        it(name, () => {
          const world = meet({ ...base, ...meeting });
          const kinds = new Set<string>();
          for (let tick = 0; tick < 8 && !kinds.has("hit") && !kinds.has("goal"); tick++) {
            for (const one of step(game, world)) kinds.add(one.kind);
          }
          assert.equal(kinds.has("hit"), returned);
          assert.equal(kinds.has("goal"), !returned);
        });
      }
    });
  }

  it("is not pulled back once it has passed the core", () => {
    const start = { seat: 0, speed: 1, slope: 0, along: 0.5, keys: 1, hits: 0 };
    const beyond = { ...start, ticksAway: -0.01, offset: 1.05 };
    const passingWithinTheTick = { ...start, ticksAway: 0.3, offset: 1.0435 };
    for (const meeting of [beyond, passingWithinTheTick]) {
      const world = meet(meeting);
      const kinds: string[] = [];
      while (world.phase === Phase.rally) kinds.push(...step(game, world).map((one) => one.kind));
      assert.deepEqual(kinds, ["goal"]);
    }
  });

  it("turns at the paddle's line when it comes straight, and at its exact moment", () => {
    const rail = court.rails[1]!;
    const world = createTestRally({ x: contactLine(court, rail) - court.topSpeed / 4, vx: court.topSpeed });
    const tick = world.tick;
    const [hit] = step(game, cloneWorld(world));
    assert.equal(hit?.kind, "hit");
    assert.ok(Math.abs(hit.at - tick - 0.25) < 1e-12);
    assert.ok(Math.abs(hit.x - contactLine(court, rail)) < 1e-12);
  });
});

/** Whether the ball begins inside the paddle, where no rally brings it. */
function overlaps(world: World, seat: number): boolean {
  const ball = world.balls[0]!;
  return gap(court, court.rails[seat]!, world.paddles[seat]!.y, ball.x, ball.y) < 0;
}

function assertOutside(world: World): void {
  const ball = world.balls[0]!;
  for (const rail of court.rails) {
    const coming = ball.vx * rail.facing < 0 && (ball.x - rail.x) * rail.facing > 0;
    if (coming) assert.ok(gap(court, rail, world.paddles[rail.seat]!.y, ball.x, ball.y) > -1e-9, JSON.stringify(world));
  }
}
