// Time as it passes, for sessions over real sockets.

import type { Clock } from "../../sdk/clock.ts";

export const realClock: Clock = {
  now: () => performance.now(),
  every(ms, callback) {
    const timer = setInterval(callback, ms);
    return () => clearInterval(timer);
  },
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
