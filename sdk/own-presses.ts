// The player's own presses that the server has not received yet: it may still move or refuse them.

import { type Press, type Timeline, insert, remove } from "../pong/timeline.ts";

interface OwnPress {
  /** As it counts by what is known now. */
  press: Press;
  /** The tick it was made for. */
  readonly stamped: number;
  readonly sentMs: number;
}

export class OwnPresses {
  /** In the order they were made. */
  #unheard: OwnPress[] = [];

  add(press: Press, sentMs: number): void {
    this.#unheard.push({ press, stamped: press.tick, sentMs });
  }

  /** The server has received what was sent before this time. */
  forgetUntil(sentMs: number): void {
    while (this.#unheard.length > 0 && this.#unheard[0]!.sentMs < sentMs) this.#unheard.shift();
  }

  /** The oldest tick that may still change because of one of them; Infinity when there is none. */
  get oldestTick(): number {
    return this.#unheard[0]?.stamped ?? Infinity;
  }

  /**
   * A press counts at another tick, or not at all (`to` null). All of them are taken out and put in again, so that those of
   * one tick stay in the order they were made. False when it is none of these.
   */
  correct(timeline: Timeline, press: Press, to: number | null): boolean {
    const wrong = this.#unheard.find((one) => one.stamped === press.tick && one.press.keys === press.keys);
    if (wrong === undefined) return false;
    for (const one of this.#unheard) remove(timeline, one.press);
    if (to === null) this.#unheard = this.#unheard.filter((one) => one !== wrong);
    else wrong.press = { ...wrong.press, tick: to };
    for (const one of this.#unheard) insert(timeline, one.press);
    return true;
  }
}
