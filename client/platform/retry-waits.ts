// How long to wait before the next try when the server is away: longer each time, but a first time is soon.

import { type Backoff, waitAfter } from "../../contract/backoff.ts";

const SECONDS: Backoff = [1, 2, 4, 8, 15, 30];

/** A failure this long after the last success is a new story. */
const FORGET_AFTER_MS = 60_000;

export interface RetryWaits {
  /** Seconds to wait before the next try. */
  next(nowMs: number): number;
}

export function createRetryWaits(): RetryWaits {
  let tries = 0;
  let lastMs = -Infinity;
  return {
    next(nowMs) {
      if (nowMs - lastMs > FORGET_AFTER_MS) tries = 0;
      const seconds = waitAfter(SECONDS, ++tries);
      // Counted from the end of the wait.
      lastMs = nowMs + seconds * 1000;
      return seconds;
    },
  };
}
