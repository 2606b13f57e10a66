// Seeded random play: presses that come as people's do, in bursts and pauses. Runs in Node and in a browser alike, so it
// imports nothing but pong/.

import { createGame } from "../../pong/games.ts";
import { type Court, type Rail, contactLine } from "../../pong/court.ts";
import { hashWorld } from "../../pong/hash.ts";
import { Key } from "../../pong/keys.ts";
import { draw } from "../../pong/random.ts";
import type { Rules } from "../../pong/rules.ts";
import { type Game, type SimEvent, step } from "../../pong/step.ts";
import { type Ball, Phase, type World, createWorld } from "../../pong/world.ts";

/** Draws from a state of its own, so that the world's numbers stay the world's. */
export interface Dice {
  state: number;
}

export function createDice(seed: number): Dice {
  return { state: seed >>> 0 };
}

/** A whole number from 0 to `sides` - 1. */
export function roll(dice: Dice, sides: number): number {
  const drawn = draw(dice.state);
  dice.state = drawn.state;
  return Math.floor(drawn.value * sides);
}

/**
 * Perhaps changes the keys of each seat. One change in ten is nervous tapping; the others go, not too exactly, to where the
 * ball will come, so that some rallies last long enough to reach the top speed and all of them end.
 */
export function pressAtRandom(dice: Dice, court: Court, world: World): void {
  for (let seat = 0; seat < world.paddles.length; seat++) {
    if (roll(dice, 6) > 0) continue;
    const paddle = world.paddles[seat]!;
    const error = (roll(dice, 201) - 100) / 75;
    const way = landing(court, court.rails[seat]!, world.balls[0]!) + error - paddle.y;
    const chase = way > 0.3 ? Key.up : way < -0.3 ? Key.down : Key.none;
    paddle.keys = roll(dice, 10) === 0 ? roll(dice, 4) : chase;
  }
}

/** Where the ball will cross this seat's line, bounced off the side walls at most once; the middle while it flies away. */
function landing(court: Court, rail: Rail, ball: Ball): number {
  if (ball.vx * rail.facing >= 0) return 0;
  const edge = court.halfWidth - court.ballRadius;
  const y = ball.y + (ball.vy * (contactLine(court, rail) - ball.x)) / ball.vx;
  return Math.abs(y) <= edge ? y : (y > 0 ? 2 * edge : -2 * edge) - y;
}

/** What came of many ticks of play: a hash over every world on the way, and counts that a person can read. */
export interface Outcome {
  readonly hash: number;
  readonly matches: number;
  readonly serves: number;
  readonly hits: number;
  readonly walls: number;
  readonly goals: number;
  readonly longestRally: number;
}

/** Plays matches with changing rules, one after the other, for that many ticks. */
export function playAtRandom(seed: number, ticks: number): Outcome {
  const dice = createDice(seed);
  const counts = { serve: 0, hit: 0, wall: 0, goal: 0, over: 0 } satisfies Record<SimEvent["kind"], number>;
  let game = drawGame(dice);
  let world = createWorld(game.court, roll(dice, 4294967296));
  let hash = 0;
  let longestRally = 0;
  for (let tick = 0; tick < ticks; tick++) {
    if (world.phase === Phase.over) {
      game = drawGame(dice);
      world = createWorld(game.court, roll(dice, 4294967296));
    }
    pressAtRandom(dice, game.court, world);
    for (const event of step(game, world)) counts[event.kind]++;
    longestRally = Math.max(longestRally, world.balls[0]!.hits);
    hash = hashWorld(world, hash);
  }
  const { serve, hit, wall, goal, over } = counts;
  return { hash, matches: over, serves: serve, hits: hit, walls: wall, goals: goal, longestRally };
}

function drawGame(dice: Dice): Game {
  const rules: Rules = { pointsToWin: 3 + roll(dice, 19), twoClear: roll(dice, 2) === 1 };
  return createGame(rules);
}
