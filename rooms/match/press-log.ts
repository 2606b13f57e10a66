// Every press of a match until it is over, as numbers in a row: thousands of matches keep thousands of presses each, and as
// objects they would all be moved about by the garbage collector, while every match waits for it.

import type { RecordedPress } from "../../pong/recording.ts";
import { ALL_KEYS } from "../../pong/keys.ts";

/** Tick, keys and seat, lateness. */
const NUMBERS = 3;
const FIRST_CAPACITY = 64;

export class PressLog {
  #numbers = new Int32Array(FIRST_CAPACITY * NUMBERS);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @param tick since the start of the match; @param lateMs in whole ms */
  add(tick: number, seat: number, keys: number, lateMs: number): void {
    const at = this.#length * NUMBERS;
    if (at === this.#numbers.length) {
      const larger = new Int32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[at] = tick;
    this.#numbers[at + 1] = (seat << 2) | keys;
    this.#numbers[at + 2] = lateMs;
    this.#length++;
  }

  /** Since the start of the match. */
  tickOf(index: number): number {
    return this.#numbers[index * NUMBERS] ?? 0;
  }

  /** In the order they were added; all of them, or those of a range. */
  read(from = 0, until = this.#length): RecordedPress[] {
    return Array.from({ length: until - from }, (_, at) => {
      const index = from + at;
      const [tick = 0, who = 0, lateMs = 0] = this.#numbers.subarray(index * NUMBERS, (index + 1) * NUMBERS);
      return { tick, seat: who >> 2, keys: who & ALL_KEYS, lateMs };
    });
  }
}
