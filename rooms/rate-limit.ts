// How many messages one connection may send. Three answers, so that an honest burst after a stall is distinguished from a flood.

/** `ok`: take it; `limit`: ignore it, this is too fast; `kick`: this is a flood. */
export type Verdict = "ok" | "limit" | "kick";

export interface Rates {
  /** So many at once. */
  readonly burst: number;
  readonly perSecond: number;
  /** This many ignored ones in a row without a pause to recover are a flood. */
  readonly patience: number;
}

/** A stalled connection delivers everything at once: more than 15 s of very fast play must fit. Twice what frantic play needs. */
const PLAY: Rates = { burst: 200, perSecond: 40, patience: 400 };

/** A token bucket (Turner 1986) that goes into debt before it kicks. */
export class RateLimit {
  readonly #rates: Rates;
  #tokens: number;
  #at: number;

  constructor(nowMs: number, rates: Rates = PLAY) {
    this.#rates = rates;
    this.#tokens = rates.burst;
    this.#at = nowMs;
  }

  take(nowMs: number): Verdict {
    const { burst, perSecond, patience } = this.#rates;
    this.#tokens = Math.min(burst, this.#tokens + ((nowMs - this.#at) / 1000) * perSecond);
    this.#at = nowMs;
    this.#tokens -= 1;
    if (this.#tokens >= 0) return "ok";
    return this.#tokens > -patience ? "limit" : "kick";
  }
}

/** Something that is done at most once in so many ms. */
export class Every {
  readonly #ms: number;
  #lastMs = -Infinity;

  constructor(ms: number) {
    this.#ms = ms;
  }

  /** Whether it is to be done now; then it counts as done. */
  isDue(nowMs: number): boolean {
    if (nowMs - this.#lastMs < this.#ms) return false;
    this.#lastMs = nowMs;
    return true;
  }
}
