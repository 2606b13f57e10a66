// Presses on their way to one player that are held back until they are old enough (evenness.ts), in the order they came.

import type { Press } from "../../pong/timeline.ts";
import { MS_PER_TICK } from "../../schema/timing.ts";

export class HeldRelays {
  readonly #waiting: { readonly press: Press; readonly dueMs: number }[] = [];
  #lastDueMs = -Infinity;

  /**
   * Returns false, and holds nothing, when it may go at once.
   * @param heldMs how old it has to be to go, in ms; 0: however young it is
   */
  hold(press: Press, heldMs: number, nowMs: number): boolean {
    const ownDueMs = heldMs === 0 ? -Infinity : press.tick * MS_PER_TICK + heldMs;
    const isFirst = this.#waiting.length === 0;
    if (isFirst && ownDueMs <= nowMs) return false;
    // One that comes after others goes after them, also if they are late.
    const dueMs = isFirst ? ownDueMs : Math.max(ownDueMs, this.#lastDueMs);
    this.#waiting.push({ press, dueMs });
    this.#lastDueMs = dueMs;
    return true;
  }

  /** The next one that is due, which is let go; null when there is none. */
  takeDue(nowMs: number): Press | null {
    const first = this.#waiting[0];
    if (first === undefined || first.dueMs > nowMs) return null;
    this.#waiting.shift();
    return first.press;
  }

  /** When the next one is due; Infinity when nothing is held. */
  get dueMs(): number {
    return this.#waiting[0]?.dueMs ?? Infinity;
  }

  /** The tick of the oldest; Infinity when nothing is held. */
  get oldestTick(): number {
    return this.#waiting[0]?.press.tick ?? Infinity;
  }

  has(press: Press): boolean {
    return this.#waiting.some((one) => one.press === press);
  }

  /** None of them matters any more. */
  drop(): void {
    this.#waiting.length = 0;
  }
}
