// One-line fixtures: a game by the default rules, a world at its start, a world with the ball in flight.

import { createGame } from "../../pong/games.ts";
import { CLASSIC } from "../../pong/court.ts";
import { DEFAULT_RULES, type Rules } from "../../pong/rules.ts";
import type { Game } from "../../pong/step.ts";
import { type Ball, Phase, type World, createWorld } from "../../pong/world.ts";

export const DEFAULT_SEED = 42;

export function createTestGame(rules: Partial<Rules> = {}): Game {
  return createGame({ ...DEFAULT_RULES, ...rules });
}

/** What a fixture may be given: of the world, and of the rally that its ball is in. */
export type Given = Partial<World> & Partial<Omit<Ball, "x" | "y" | "vx" | "vy">>;

/** A world of the classic court; what is given replaces what a fresh one has. */
export function createTestWorld(given: Given = {}, seed = DEFAULT_SEED): World {
  const { rest, restLength, conceded, server, hits, ...of } = given;
  const world = { ...createWorld(CLASSIC, seed), ...of };
  const rally = Object.entries({ rest, restLength, conceded, server, hits }).filter(([, value]) => value !== undefined);
  world.balls = world.balls.map((ball) => ({ ...ball, ...Object.fromEntries(rally) }));
  return world;
}

/** A world in mid-rally with this ball, paddles in the middle. */
export function createTestRally(ball: Partial<Ball>, given: Given = {}): World {
  const world = createTestWorld({ phase: Phase.rally, rest: 0, serves: 1, ...given });
  Object.assign(world.balls[0]!, { x: 0, y: 0, vx: 0, vy: 0, ...ball });
  return world;
}
