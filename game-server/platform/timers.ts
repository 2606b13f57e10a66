// Time as services take it, so that their tests can let it pass.

export interface Timers {
  /** Monotonic milliseconds. */
  now(): number;
  /** Calls back once; returns a function that cancels it. */
  after(ms: number, callback: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
