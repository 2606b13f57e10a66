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

/** A world of the classic court; what is given replaces what a fresh one has. */
export function createTestWorld(given: Partial<World> = {}, seed = DEFAULT_SEED): World {
  return { ...createWorld(CLASSIC, seed), ...given };
}

/** A world in mid-rally with this ball, paddles in the middle. */
export function createTestRally(ball: Partial<Ball>, given: Partial<World> = {}): World {
  return createTestWorld({
    phase: Phase.rally,
    rest: 0,
    serves: 1,
    balls: [{ x: 0, y: 0, vx: 0, vy: 0, ...ball }],
    ...given,
  });
}
