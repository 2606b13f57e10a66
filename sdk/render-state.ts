// What to draw at a moment, as plain numbers: perception.ts fills it, client/game/scene draws it, bots look at it.
// Coordinates are the court's (pong/court.ts); each thing says which tick it claims to show.

import type { SimEvent } from "../pong/step.ts";

export interface DrawnBall {
  x: number;
  y: number;
  /** The tick this shows, with its fraction. */
  tick: number;
  /** Whether it flies; otherwise it rests at its spot, waiting to be served. */
  flying: boolean;
  /** Units a tick. */
  speed: number;
  /** Where it is seen to fly on, while it is in a goal that is not certain yet; otherwise null. */
  beyond: { readonly x: number; readonly y: number } | null;
}

export interface DrawnPaddle {
  seat: number;
  y: number;
  tick: number;
}

export interface RenderState {
  /** The present tick, with its fraction: own paddles are drawn at it. */
  tick: number;
  balls: DrawnBall[];
  /** By seat. */
  paddles: DrawnPaddle[];
  /** Seconds until a ball is served or play resumes; 0 while all fly or nothing is scheduled. */
  servesIn: number;
  /** Index of the ball that is served then. */
  serving: number;
  /** What has come into view since the picture before: for light, particles and sound. */
  moments: SimEvent[];
}
