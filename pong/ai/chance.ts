// Chances, in the few operations that give the same bits on every machine, and the computer's own random numbers.

import { draw, drawNormal } from "../random.ts";

/** A holder of random state (random.ts). */
export interface Drawing {
  random: number;
}

/** A number in [0, 1). */
export function chance(drawing: Drawing): number {
  const drawn = draw(drawing.random);
  drawing.random = drawn.state;
  return drawn.value;
}

/** A nearly normal number, mean 0 and deviation 1. */
export function normal(drawing: Drawing): number {
  const drawn = drawNormal(drawing.random);
  drawing.random = drawn.state;
  return drawn.value;
}

/**
 * The chance that a normal number, mean 0 and deviation 1, is under `z`, to within 0.005.
 * A. K. Shah, A Simpler Approximation for Areas Under the Standard Normal Curve, The American Statistician 39 (1985), 80.
 */
export function normalUnder(z: number): number {
  const far = Math.abs(z);
  const above = far <= 2.2 ? (far * (4.4 - far)) / 10 : far <= 2.6 ? 0.49 : 0.5;
  return z < 0 ? 0.5 - above : 0.5 + above;
}
