// How many messages one connection may send. Three answers, so that an honest burst after a stall is told from a flood.

/** `ok`: take it; `limit`: ignore it, this is too fast; `kick`: nobody plays like this. */
export type Verdict = "ok" | "limit" | "kick";

/** A stalled line delivers everything at once: more than 15 s of very fast play must fit. */
const BURST = 200;
/** Twice what frantic play with heartbeats needs. */
const PER_SECOND = 40;
/** This many ignored ones in a row without a pause to recover are a flood. */
const PATIENCE = 400;

/** A token bucket (Turner 1986) that goes into debt before it kicks. */
export class RateLimit {
  #tokens = BURST;
  #at: number;

  constructor(nowMs: number) {
    this.#at = nowMs;
  }

  take(nowMs: number): Verdict {
    this.#tokens = Math.min(BURST, this.#tokens + ((nowMs - this.#at) / 1000) * PER_SECOND);
    this.#at = nowMs;
    this.#tokens -= 1;
    if (this.#tokens >= 0) return "ok";
    return this.#tokens > -PATIENCE ? "limit" : "kick";
  }
}
