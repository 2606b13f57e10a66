// How exciting a rally is, from the states of its frames: plain numbers, which atmosphere.ts makes audible.

import type { RenderState } from "../../../sdk/render-state.ts";

export interface Tension {
  /** From 0 (none) to 1. */
  readonly level: number;
  readonly pulsesPerSecond: number;
}

const CALM: Tension = { level: 0, pulsesPerSecond: 0 };

/** So many hits are nothing special, and after so many more a rally is as long as it can feel. */
const CALM_HITS = 2;
const RISING_HITS = 8;
/** Units a tick at which a ball is as fast as it can feel. */
const FULL_SPEED = 0.4;
/** What a rally is worth by its length alone; the rest is the ball's speed. */
const BY_LENGTH = 0.4;
/** Court units from paddle to paddle, and the beats of one crossing: a heart's 75 a minute at the serve, 170 at the end. */
const CROSSING_UNITS = 17.5;
const PULSES_A_CROSSING = 2;
const TICKS_PER_SECOND = 60;

export function tensionOf(hits: number, speed: number): Tension {
  const length = Math.min(1, Math.max(0, (hits - CALM_HITS) / RISING_HITS));
  if (length === 0) return CALM;
  const level = length * (BY_LENGTH + (1 - BY_LENGTH) * Math.min(1, speed / FULL_SPEED));
  return { level, pulsesPerSecond: (PULSES_A_CROSSING * TICKS_PER_SECOND * speed) / CROSSING_UNITS };
}

/** A ball that is in the same place for so many frames does not fly, whatever it is said to do. */
const STILL_PICTURES = 15;

/** Counts a rally's hits as they come into view. */
export class RallyTension {
  /** Of the rally that is played with each ball. */
  #hits: number[] = [];
  #place = "";
  #stillPictures = 0;

  /** To be shown the state of every frame, once. */
  see({ balls, moments }: RenderState): Tension {
    for (const { kind, ball } of moments) {
      if (kind === "hit") this.#hits[ball] = (this.#hits[ball] ?? 0) + 1;
      else if (kind !== "wall") this.#hits[ball] = 0;
    }
    const place = balls.map(({ x, y }) => `${x} ${y}`).join();
    this.#stillPictures = place === this.#place ? this.#stillPictures + 1 : 0;
    this.#place = place;
    // A pause in mid-rally: the ball hangs in the air, and the hits go on counting after it.
    if (this.#stillPictures >= STILL_PICTURES) return CALM;
    return balls.reduce((most, { flying, speed }, index) => {
      const tension = flying && speed > 0 ? tensionOf(this.#hits[index] ?? 0, speed) : CALM;
      return tension.level > most.level ? tension : most;
    }, CALM);
  }
}
