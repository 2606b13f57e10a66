// The system's monotonic clock: one time for all processes of a machine, which performance.now() is not.

import type { Clock } from "../../sdk/ports.ts";

/** In ms. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export const monotonicClock: Clock = {
  now: monotonicMs,
  every(ms, callback) {
    const timer = setInterval(callback, ms);
    return () => clearInterval(timer);
  },
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
