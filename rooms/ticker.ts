// One timer for everything in the process that moves with time: a timer per room would cost more than the rooms.

/** Subscribers are spread over this many slots, so that not all of them run in the same millisecond. */
const SLOTS = 4;
/** A subscriber runs every SLOTS beats: at 15 Hz. */
const BEAT_MS = 1000 / 60;

export interface Ticker {
  /** Calls back 15 times a second until the answer is called. What it throws is given to `onError` and ends nothing. */
  add(callback: () => void): () => void;
  stop(): void;
}

/** @param now monotonic ms; @param onError gets what a subscriber throws */
export function createTicker(now: () => number, onError: (error: unknown) => void): Ticker {
  const slots = Array.from({ length: SLOTS }, () => new Set<() => void>());
  let beat = 0;
  let dueMs = now() + BEAT_MS;
  let timer = setTimeout(run, BEAT_MS);

  function run(): void {
    for (const callback of slots[beat % SLOTS]!) {
      try {
        callback();
      } catch (error) {
        onError(error);
      }
    }
    beat++;
    // Timers come late by a millisecond or so; the next one is set from when this one was due, so that they don't drift.
    dueMs = Math.max(dueMs + BEAT_MS, now() - BEAT_MS);
    timer = setTimeout(run, Math.max(0, dueMs - now()));
  }

  return {
    add(callback) {
      const slot = slots.reduce((smallest, one) => (one.size < smallest.size ? one : smallest));
      slot.add(callback);
      return () => {
        slot.delete(callback);
      };
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
