// A match of two simple players, as pictures: what the scene is shown in tests and screenshots.

import { createGame } from "../../../../../pong/games.ts";
import { CLASSIC } from "../../../../../pong/court.ts";
import { Key, type Keys } from "../../../../../pong/keys.ts";
import type { SimEvent } from "../../../../../pong/step.ts";
import { step } from "../../../../../pong/step.ts";
import { cloneWorld, createWorld, Phase, type World } from "../../../../../pong/world.ts";
import { DEFAULT_RULES, TICKS_PER_SECOND } from "../../../../../pong/rules.ts";
import type { RenderState } from "../../../../../sdk/render-state.ts";

export interface SimulatedRally {
  readonly world: World;
  /** Steps once; the picture is the same object each time. */
  next(): RenderState;
  /** The picture as it was last, with nothing happening in it. */
  still(): RenderState;
  /** From now on this seat stands still, so that the rally ends in a goal; -1: nobody does. */
  letMiss(seat: number): void;
  /** The same match from here on, apart from this one. */
  fork(): SimulatedRally;
}

const game = createGame(DEFAULT_RULES);

export function createSimulatedRally(seed: number): SimulatedRally {
  return simulate(createWorld(CLASSIC, seed), -1);
}

function simulate(world: World, missing: number): SimulatedRally {
  let idle = missing;
  const picture = pictureOf(world, []);
  return {
    world,
    next(): RenderState {
      for (const [seat, paddle] of world.paddles.entries()) paddle.keys = seat === idle ? Key.none : think(world, seat);
      return Object.assign(picture, pictureOf(world, [...step(game, world)]));
    },
    still: () => Object.assign(picture, { moments: [] }),
    letMiss(seat: number): void {
      idle = seat;
    },
    fork: () => simulate(cloneWorld(world), idle),
  };
}

/** Goes where the ball will be, off the middle by an amount that changes with each hit. */
function think(world: World, seat: number): Keys {
  const ball = world.balls[0];
  const paddle = world.paddles[seat];
  const rail = CLASSIC.rails[seat];
  if (!ball || !paddle || !rail) return Key.none;
  const isComing = ball.vx * rail.facing < 0;
  const aim = (((world.balls[0]!.hits * 7 + seat * 3) % 11) / 11 - 0.5) * 2;
  const wanted = isComing ? landing(ball, rail.x) - aim : aim * 0.5;
  if (Math.abs(wanted - paddle.y) < 0.15) return Key.none;
  return wanted > paddle.y ? Key.up : Key.down;
}

function landing(ball: { x: number; y: number; vx: number; vy: number }, x: number): number {
  const free = CLASSIC.halfWidth - CLASSIC.ballRadius;
  const straight = ball.y + (ball.vy * (x - ball.x)) / ball.vx;
  const folded = Math.abs((((straight + free) % (4 * free)) + 4 * free) % (4 * free));
  return (folded > 2 * free ? 4 * free - folded : folded) - free;
}

function pictureOf(world: World, moments: SimEvent[]): RenderState {
  const { tick } = world;
  return {
    tick,
    balls: world.balls.map((ball) => ({
      x: ball.x,
      y: ball.y,
      tick,
      flying: world.phase === Phase.rally,
      speed: Math.hypot(ball.vx, ball.vy),
      beyond: null,
    })),
    paddles: world.paddles.map((paddle, seat) => ({ seat, y: paddle.y, tick })),
    servesIn: world.balls[0]!.rest / TICKS_PER_SECOND,
    serving: 0,
    moments,
  };
}
