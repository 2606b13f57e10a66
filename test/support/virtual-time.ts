// Time that stands still between events: timers run in order, nothing stalls, and a run of an hour takes seconds.

import type { Clock } from "../../sdk/ports.ts";

interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

export class VirtualTime {
  #nowMs = 0;
  #order = 0;
  readonly #heap: Timer[] = [];

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Runs `callback` at that time; returns a function that cancels it. */
  at(atMs: number, callback: () => void): () => void {
    const timer: Timer = { atMs: Math.max(atMs, this.#nowMs), order: this.#order++, run: callback, cancelled: false };
    push(this.#heap, timer);
    return () => {
      timer.cancelled = true;
    };
  }

  every(ms: number, callback: () => void): () => void {
    let cancel = (): void => {};
    const again = (): void => {
      cancel = this.at(this.#nowMs + ms, () => {
        again();
        callback();
      });
    };
    again();
    return () => cancel();
  }

  /** A clock that differs from this time by a constant, as no two machines' clocks agree. */
  clock(aheadMs: number): Clock {
    return {
      now: () => this.#nowMs + aheadMs,
      every: (ms, callback) => this.every(ms, callback),
      after: (ms, callback) => this.at(this.#nowMs + ms, callback),
    };
  }

  /** Lets time pass until `isDone`, or for `mostMs`; returns whether it is done. */
  runUntil(isDone: () => boolean, mostMs: number): boolean {
    const end = this.#nowMs + mostMs;
    while (!isDone()) {
      const timer = pop(this.#heap);
      if (timer === undefined || timer.atMs > end) return false;
      if (timer.cancelled) continue;
      this.#nowMs = timer.atMs;
      timer.run();
    }
    return true;
  }

  run(ms: number): void {
    const end = this.#nowMs + ms;
    this.at(end, () => {});
    this.runUntil(() => this.#nowMs >= end, ms);
  }
}

function isEarlier(a: Timer, b: Timer): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

function push(heap: Timer[], timer: Timer): void {
  let at = heap.length;
  heap.push(timer);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isEarlier(timer, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = timer;
}

function pop(heap: Timer[]): Timer | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isEarlier(heap[child + 1]!, heap[child]!)) child++;
    if (!isEarlier(heap[child]!, last)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
  return top;
}
