// Everything that moves or counts, at one tick: plain numbers that copy, compare and travel exactly.
// step.ts takes a world to the next tick; timeline.ts gives the world at any tick.

import type { Court } from "./court.ts";
import type { Keys } from "./keys.ts";
import { draw } from "./random.ts";

/** With the rally that is played with it: each of several balls is served, hit and lost for itself. */
export interface Ball {
  x: number;
  y: number;
  /** Units a tick. */
  vx: number;
  vy: number;
  /** Ticks until its serve while it rests; otherwise 0. */
  rest: number;
  /** How long this rest is in all, so that its progress is known. */
  restLength: number;
  /** Whose goal began this rest; NOBODY before the first serve. */
  conceded: number;
  /** The seat that serves it in this rally, away from itself. */
  server: number;
  /** Paddle hits of this rally so far. */
  hits: number;
}

export interface Paddle {
  y: number;
  /** What its player holds during the next step. */
  keys: Keys;
}

/** `rest`: all balls wait for their serves; `rally`: one flies at least; `over`: somebody has won, nothing flies on. */
export const Phase = { rest: 0, rally: 1, over: 2 } as const;
export type Phase = (typeof Phase)[keyof typeof Phase];

/** Stands for "no seat". */
export const NOBODY = -1;

export interface World {
  /** Steps of 1/60 s. A pause moves it forward without moving anything else (timeline.ts). */
  tick: number;
  phase: Phase;
  /** Serves so far. */
  serves: number;
  /** State of random.ts. */
  random: number;
  balls: Ball[];
  /** By seat. */
  paddles: Paddle[];
  /** Points by seat. */
  score: number[];
}

/** Whether a ball of this world is on its way. */
export function flies(world: Readonly<World>, ball: Readonly<Ball>): boolean {
  return world.phase === Phase.rally && ball.rest === 0;
}

/** The world before the first serve of a match. Who serves first is drawn from `seed` (any 32-bit integer). */
export function createWorld(court: Court, seed: number, tick = 0): World {
  const first = draw(seed >>> 0);
  const seats = court.rails.length;
  const server = Math.floor(first.value * seats);
  return {
    tick,
    phase: Phase.rest,
    serves: 0,
    random: first.state,
    balls: court.spots.map(({ x, y }, index) => ({
      x,
      y,
      vx: 0,
      vy: 0,
      rest: court.firstRestTicks,
      restLength: court.firstRestTicks,
      conceded: NOBODY,
      // They go round the table, so that several are not all served at the same seat.
      server: (server + index) % seats,
      hits: 0,
    })),
    paddles: court.rails.map(() => ({ y: 0, keys: 0 })),
    score: court.rails.map(() => 0),
  };
}

/** Makes `into` equal to `from`. Both must come from the same court. Allocates nothing. */
export function copyWorld(into: World, from: World): World {
  into.tick = from.tick;
  into.phase = from.phase;
  into.serves = from.serves;
  into.random = from.random;
  for (let i = 0; i < from.balls.length; i++) {
    const a = into.balls[i]!;
    const b = from.balls[i]!;
    a.x = b.x;
    a.y = b.y;
    a.vx = b.vx;
    a.vy = b.vy;
    a.rest = b.rest;
    a.restLength = b.restLength;
    a.conceded = b.conceded;
    a.server = b.server;
    a.hits = b.hits;
  }
  for (let i = 0; i < from.paddles.length; i++) {
    into.paddles[i]!.y = from.paddles[i]!.y;
    into.paddles[i]!.keys = from.paddles[i]!.keys;
  }
  for (let i = 0; i < from.score.length; i++) into.score[i] = from.score[i]!;
  return into;
}

/** A copy that shares nothing with the original. */
export function cloneWorld(world: World): World {
  return {
    ...world,
    balls: world.balls.map((ball) => ({ ...ball })),
    paddles: world.paddles.map((paddle) => ({ ...paddle })),
    score: [...world.score],
  };
}
