// Seeded chances for the simulated day.

import { draw, drawNormal } from "../../pong/random.ts";

export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** In [0, 1). */
  chance(): number {
    const { value, state } = draw(this.#state);
    this.#state = state;
    return value;
  }

  between(low: number, high: number): number {
    return low + this.chance() * (high - low);
  }

  /** A whole number below `count`. */
  below(count: number): number {
    return Math.floor(this.chance() * count);
  }

  /** Mean 0, deviation 1. */
  normal(): number {
    const { value, state } = drawNormal(this.#state);
    this.#state = state;
    return value;
  }
}
