// The browser's time, as the sdk wants it. A hidden page's timers come once a second, and after some minutes once a minute, which
// would look like a lost connection: while it is hidden, a worker's timer does their work.

import type { Clock } from "../../sdk/ports.ts";

const repeated = new Set<() => void>();
let worker: Worker | null = null;

function mindWorker(): void {
  const isNeeded = document.hidden && repeated.size > 0;
  if (isNeeded && worker === null) {
    worker = new Worker(new URL("beat-worker.ts", import.meta.url));
    worker.addEventListener("message", () => {
      for (const callback of repeated) callback();
    });
  } else if (!isNeeded && worker !== null) {
    worker.terminate();
    worker = null;
  }
}

export const browserClock: Clock = {
  now: () => performance.now(),
  every(ms, callback) {
    // One of its own, so that the same callback may be given twice.
    const repeat = (): void => callback();
    const timer = setInterval(repeat, ms);
    if (repeated.size === 0) document.addEventListener("visibilitychange", mindWorker);
    repeated.add(repeat);
    mindWorker();
    return () => {
      clearInterval(timer);
      repeated.delete(repeat);
      if (repeated.size === 0) document.removeEventListener("visibilitychange", mindWorker);
      mindWorker();
    };
  },
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
