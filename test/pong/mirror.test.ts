// Nobody has the better side: a match played in the mirror gives the mirrored result, bit for bit.

import assert from "node:assert/strict";
import fc from "fast-check";
import { type Game, step } from "../../pong/step.ts";
import { Phase, type World, cloneWorld } from "../../pong/world.ts";
import { type Mirror, assertSame, goalForGoal, halfTurn, wallForWall } from "../support/mirrored.ts";
import { createDice, pressAtRandom } from "../support/random-play.ts";
import { createTestGame, createTestWorld } from "../support/test-world.ts";

const seeds = fc.integer({ min: 0, max: 0xffffffff });

/** Steps a world and its mirror image with mirrored keys, and compares everything. */
function stepBoth(game: Game, mirror: Mirror, world: World, image: World): void {
  for (let seat = 0; seat < 2; seat++) {
    image.paddles[mirror.seat(seat)]!.keys = mirror.keys(world.paddles[seat]!.keys);
  }
  const happened = step(game, world).map(mirror.event);
  assertSame(step(game, image), happened, `happenings at tick ${world.tick}`);
  assertSame(image, mirror.world(world), `world at tick ${world.tick}`);
}

describe("a mirrored match", () => {
  it("gives the mirrored result over whole matches of random play, goal for goal", () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, twoClear) => {
        const game = createTestGame({ pointsToWin: 3, twoClear });
        const world = createTestWorld({}, seed);
        const image = goalForGoal.world(world);
        const dice = createDice(seed);
        while (world.phase !== Phase.over) {
          pressAtRandom(dice, game.court, world);
          stepBoth(game, goalForGoal, world, image);
        }
        assert.notEqual(world.score[0], world.score[1]);
      }),
      { numRuns: 12 },
    );
  });

  for (const mirror of [wallForWall, halfTurn]) {
    it(`gives the mirrored rally from serve to goal, ${mirror.name}`, () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const game = createTestGame();
          const world = createTestWorld({}, seed);
          const dice = createDice(seed);
          while (world.phase === Phase.rest) {
            pressAtRandom(dice, game.court, world);
            step(game, world);
          }
          const image = mirror.world(world);
          while (world.phase === Phase.rally) {
            pressAtRandom(dice, game.court, world);
            stepBoth(game, mirror, world, image);
          }
        }),
        { numRuns: 40 },
      );
    });
  }

  it("is not the match itself, so the comparison can fail", () => {
    const world = createTestWorld();
    world.paddles[0]!.y = 1;
    for (const mirror of [goalForGoal, wallForWall, halfTurn]) {
      assert.throws(() => assertSame(mirror.world(world), cloneWorld(world)), mirror.name);
      assertSame(mirror.world(mirror.world(world)), world);
    }
  });
});
