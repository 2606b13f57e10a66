// When a process stood still: a machine that is busy with something else says nothing about the netcode.

import { monotonicMs } from "./monotonic.ts";

/** From and until, by the monotonic clock, in ms. */
export type Stall = readonly [number, number];

const LOOK_EVERY_MS = 4;
const STALLED_MS = 8;

/** Watches this process from now on. @returns a list that grows */
export function watchStalls(): Stall[] {
  const stalls: Stall[] = [];
  let lookedAtMs = monotonicMs();
  setInterval(() => {
    const nowMs = monotonicMs();
    if (nowMs - lookedAtMs - LOOK_EVERY_MS > STALLED_MS) stalls.push([lookedAtMs, nowMs]);
    lookedAtMs = nowMs;
  }, LOOK_EVERY_MS).unref();
  return stalls;
}

/** Asked for times in any order: whether a process stood still then. */
export class StallTimes {
  /** Sorted, without overlaps. */
  readonly #stalls: Stall[] = [];

  constructor(stalls: readonly Stall[]) {
    for (const [from, until] of stalls.toSorted((a, b) => a[0] - b[0])) {
      const last = this.#stalls.at(-1);
      if (last !== undefined && from <= last[1])
        this.#stalls[this.#stalls.length - 1] = [last[0], Math.max(last[1], until)];
      else this.#stalls.push([from, until]);
    }
  }

  overlap(fromMs: number, untilMs: number): boolean {
    let low = 0;
    let high = this.#stalls.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#stalls[middle]![1] < fromMs) low = middle + 1;
      else high = middle;
    }
    return low < this.#stalls.length && this.#stalls[low]![0] <= untilMs;
  }
}
