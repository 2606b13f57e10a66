// Two balls are two rallies: each is served, hit and lost for itself, on one score.

import assert from "node:assert/strict";
import { ByteReader, ByteWriter } from "../../pong/bytes.ts";
import { createGame } from "../../pong/games.ts";
import { hashWorld } from "../../pong/hash.ts";
import { readWorld, writeWorld } from "../../pong/keyframe.ts";
import { type SimEvent, step } from "../../pong/step.ts";
import { NOBODY, Phase, type World, cloneWorld, copyWorld, createWorld, flies } from "../../pong/world.ts";
import { createDice, pressAtRandom } from "../support/random-play.ts";
import { TWO_BALLS } from "../support/two-balls.ts";

const game = createGame({ pointsToWin: 5, twoClear: false }, TWO_BALLS);

/** Steps until something of this kind happens. */
function runTo(world: World, kind: SimEvent["kind"]): readonly SimEvent[] {
  for (let left = 5000; left > 0; left--) {
    const happened = step(game, world);
    if (happened.some((one) => one.kind === kind)) return happened;
  }
  assert.fail(`no ${kind}`);
}

describe("a court with two balls", () => {
  it("serves two, in opposite directions", () => {
    const world = createWorld(TWO_BALLS, 3);
    const happened = runTo(world, "serve");
    assert.deepEqual(
      happened.map(({ kind, ball }) => [kind, ball]),
      [
        ["serve", 0],
        ["serve", 1],
      ],
    );
    assert.notEqual(happened[0]!.seat, happened[1]!.seat);
    assert.ok(world.balls[0]!.vx * world.balls[1]!.vx < 0);
    assert.ok(world.balls.every((ball) => flies(world, ball)));
    assert.equal(world.serves, 2);
  });

  it("counts a goal of one, and lets it rest and be served again while the other flies on", () => {
    const world = createWorld(TWO_BALLS, 3);
    runTo(world, "serve");
    // The second one hangs between the paddles for long.
    Object.assign(world.balls[1]!, { x: 0, y: 0, vx: 0.0001, vy: 0 });
    Object.assign(world.balls[0]!, { x: -9.9, y: 5.5, vx: -0.3, vy: 0 });
    world.paddles[0]!.y = -4;
    const [goal] = runTo(world, "goal");
    assert.deepEqual([goal!.ball, goal!.seat], [0, 0]);
    assert.deepEqual(world.score, [0, 1]);
    const [lost, other] = world.balls;
    assert.deepEqual([lost!.x, lost!.y, lost!.rest, lost!.conceded], [0, 2.5, TWO_BALLS.restTicks, 0]);
    assert.deepEqual([other!.rest, other!.conceded, flies(world, other!)], [0, NOBODY, true]);
    assert.equal(world.phase, Phase.rally);
    const [serve] = runTo(world, "serve");
    assert.equal(serve!.ball, 0);
    assert.ok(flies(world, world.balls[0]!) && flies(world, world.balls[1]!));
  });

  it("stands still once somebody has won", () => {
    const world = createWorld(TWO_BALLS, 5);
    world.score = [4, 4];
    const happened = runTo(world, "over");
    assert.deepEqual(
      happened.slice(-2).map(({ kind }) => kind),
      ["goal", "over"],
    );
    const before = cloneWorld(world);
    for (let ticks = 0; ticks < 200; ticks++) assert.deepEqual(step(game, world), []);
    assert.deepEqual(world.balls, before.balls);
  });

  it("copies, hashes and travels as a whole", () => {
    const world = createWorld(TWO_BALLS, 11);
    const dice = createDice(11);
    const hashes = new Set<number>();
    for (let tick = 0; tick < 3000; tick++) {
      pressAtRandom(dice, TWO_BALLS, world);
      step(game, world);
      if (tick % 100 > 0) continue;
      const out = new ByteWriter();
      writeWorld(out, world);
      assert.deepEqual(readWorld(new ByteReader(out.finish()), TWO_BALLS), world);
      assert.deepEqual(copyWorld(createWorld(TWO_BALLS, 0), world), world);
      hashes.add(hashWorld(world));
      const bent = cloneWorld(world);
      bent.balls[1]!.hits++;
      assert.notEqual(hashWorld(bent), hashWorld(world));
    }
    assert.equal(hashes.size, 30);
  });
});
