// The time that a film (film.ts) shows: the match's ticks, but that a pause is cut down to a second.

import type { Pause } from "../pong/recording.ts";
import { TICKS_PER_SECOND } from "../pong/rules.ts";

/** What is shown of a pause, in ticks. */
const SHOWN_TICKS = TICKS_PER_SECOND;

export class FilmClock {
  readonly #pauses: Pause[] = [];
  #endTick = 0;

  extend(pauses: readonly Pause[], endTick: number): void {
    for (const pause of pauses) this.#pauses.push(pause);
    this.#endTick = endTick;
  }

  /** How long the film is, in shown ticks. */
  get length(): number {
    return this.shownAt(this.#endTick);
  }

  /** How many ticks are shown until the match's tick. */
  shownAt(tick: number): number {
    let cut = 0;
    for (const { at, until } of this.#pauses) {
      if (at >= tick) break;
      cut += Math.max(0, Math.min(tick, until) - at - SHOWN_TICKS);
    }
    return tick - cut;
  }

  /** The match's tick after so many shown ticks; a fraction stays one. */
  tickAt(shown: number): number {
    let tick = shown;
    for (const { at, until } of this.#pauses) {
      if (tick <= at + SHOWN_TICKS) break;
      tick += Math.max(0, until - at - SHOWN_TICKS);
    }
    return tick;
  }

  /** The pause that nothing moves in at the match's tick, or null. */
  pauseAt(tick: number): Pause | null {
    return this.#pauses.find(({ at, until }) => at <= tick && tick < until) ?? null;
  }
}
