// A clock that never runs backwards, made of one that may: a machine that wakes up, or sets its time, can take its clock back.

import type { Clock } from "./ports.ts";

/** @returns the same clock, but that it goes on from where it was when that one jumps back */
export function steadyClock(clock: Clock): Clock {
  let lastMs = -Infinity;
  let lostMs = 0;
  return {
    now() {
      const nowMs = clock.now();
      if (nowMs < lastMs) lostMs += lastMs - nowMs;
      lastMs = nowMs;
      return nowMs + lostMs;
    },
    every: (ms, callback) => clock.every(ms, callback),
    after: (ms, callback) => clock.after(ms, callback),
  };
}
