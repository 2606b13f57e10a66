// The player's own presses that the server has not received yet: it may still move or refuse them. Which ones it has is counted, on
// both sides of one connection: two presses can be equal, and clocks can be wrong.

import { type Press, type Timeline, insert, remove } from "../pong/timeline.ts";
import { PRESSES_WRAP } from "../schema/messages/match.ts";

export class OwnPresses {
  /** As they were made, in order: what stands in the timeline. The last one is number `#made`. */
  #unheard: Press[] = [];
  /** On this connection. */
  #made = 0;

  /** The connection is new: nothing has been sent over it, and what was on its way is lost. */
  reconnect(): void {
    this.#unheard = [];
    this.#made = 0;
  }

  add(press: Press): void {
    this.#unheard.push(press);
    this.#made++;
  }

  /** The server has received so many of this connection, modulo PRESSES_WRAP. */
  forget(received: number): void {
    this.#unheard.splice(0, this.#newlyHeard(received));
  }

  /** The oldest tick that may still change because of one of them; Infinity when there is none. */
  get oldestTick(): number {
    return this.#unheard[0]?.tick ?? Infinity;
  }

  /**
   * The last one that the server has received counts at another tick, or not at all (`to` null). It is taken out with all that
   * came after it, and they are put in again, so that those of one tick stay in the order they were made.
   * @returns the press as it was made, or null when nothing is known of it any more
   */
  correct(timeline: Timeline, received: number, to: number | null): Press | null {
    this.#unheard.splice(0, this.#newlyHeard(received) - 1);
    if (this.#newlyHeard(received) !== 1) return null;
    for (const press of this.#unheard) remove(timeline, press);
    const wrong = this.#unheard.shift()!;
    if (to !== null) insert(timeline, { ...wrong, tick: to });
    this.carryOver(timeline);
    return wrong;
  }

  /** Another timeline of the same play takes the place of theirs: they are put in there. */
  carryOver(timeline: Timeline): void {
    for (const press of this.#unheard) insert(timeline, press);
  }

  /** Play goes on after a pause, or anew: none of them counts. */
  drop(): void {
    this.#unheard = [];
  }

  /** How many of those that are unheard the server has now heard. */
  #newlyHeard(received: number): number {
    const underWay = (this.#made - received) & (PRESSES_WRAP - 1);
    return Math.max(0, this.#unheard.length - underWay);
  }
}
