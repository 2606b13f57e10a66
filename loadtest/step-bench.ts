// What one step of play costs, in nanoseconds, beside a baseline of bare float arithmetic in the same run, so that figures of
// different machines and moods can be compared. `-- --quick` measures fewer rounds. Ends with one line: RESULT {json}.

import { createGame } from "../pong/games.ts";
import { hashWorld } from "../pong/hash.ts";
import { DEFAULT_RULES } from "../pong/rules.ts";
import { Phase, type World, cloneWorld, copyWorld } from "../pong/world.ts";

const ROUNDS = process.argv.includes("--quick") ? 7 : 25;
const STEPS = 400_000;

const game = createGame(DEFAULT_RULES);

/** Keeps what is measured from being left out by the compiler. */
let kept = 0;

/** Two players that never miss and change keys as often as people do, so that the ball is always in flight. */
function rally(steps: number): void {
  const world = game.engine.createWorld(game.court, 1);
  let hits = 0;
  for (let i = 0; i < steps; i++) {
    if ((i & 15) === 0) {
      const ball = world.balls[0]!;
      for (const paddle of world.paddles) paddle.keys = ball.y > paddle.y + 0.3 ? 1 : ball.y < paddle.y - 0.3 ? 2 : 0;
    }
    hits += game.engine.step(game, world).length;
    if (world.phase === Phase.over) Object.assign(world, { phase: Phase.rest }).balls[0]!.rest = 1;
    if (world.phase === Phase.rest && world.balls[0]!.rest > 1) world.balls[0]!.rest = 1;
  }
  kept += hits + world.balls[0]!.x;
}

/** The ball between two paddles that it doesn't reach: the step that most ticks take. */
function flight(steps: number): void {
  const start = game.engine.createWorld(game.court, 2);
  start.balls[0]!.rest = 1;
  game.engine.step(game, start);
  const world = cloneWorld(start);
  for (let i = 0; i < steps; i++) {
    if ((i & 31) === 0) copyWorld(world, start);
    game.engine.step(game, world);
  }
  kept += world.balls[0]!.x;
}

function resting(steps: number): void {
  const world = game.engine.createWorld(game.court, 3);
  for (let i = 0; i < steps; i++) {
    world.balls[0]!.rest = 100;
    game.engine.step(game, world);
  }
  kept += world.tick;
}

function rewind(steps: number): void {
  const start = game.engine.createWorld(game.court, 2);
  start.balls[0]!.rest = 1;
  game.engine.step(game, start);
  const world: World = cloneWorld(start);
  for (let i = 0; i < steps; i += 15) {
    copyWorld(world, start);
    for (let tick = 0; tick < 15; tick++) game.engine.step(game, world);
  }
  kept += world.balls[0]!.x;
}

function hashing(steps: number): void {
  const world = game.engine.createWorld(game.court, 4);
  for (let i = 0; i < steps; i++) kept = hashWorld(world, kept);
}

/** Ten dependent additions and comparisons of floats: about what two paddles and a ball need at least. */
function baseline(steps: number): void {
  let value = 0;
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < 10; j++) value = Math.min(4.7, Math.max(-4.7, value + 0.175)) - value * 0.5;
  }
  kept += value;
}

const measured = { rally, flight, resting, rewind, hashing, baseline };
const best: Record<string, number> = {};
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(measured)) {
    const from = performance.now();
    run(STEPS);
    const nanoseconds = ((performance.now() - from) * 1e6) / STEPS;
    best[name] = Math.min(best[name] ?? Infinity, nanoseconds);
  }
}

const rounded = Object.fromEntries(Object.entries(best).map(([name, value]) => [name, Math.round(value * 10) / 10]));
for (const [name, value] of Object.entries(rounded))
  console.log(`${name.padEnd(10)} ${value.toFixed(1).padStart(7)} ns/step`);
if (Number.isNaN(kept)) throw new Error("the steps came to nothing");
const timesBaseline = Math.round((best["rally"]! / best["baseline"]!) * 100) / 100;
console.log(`RESULT ${JSON.stringify({ bench: "step", nsPerStep: rounded, timesBaseline })}`);
