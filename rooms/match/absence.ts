// How long a match waits for a player who is away: each time up to a limit, and no more than another limit in all.

export interface WaitingTimes {
  /** For one absence, in ms. */
  readonly reconnectMs: number;
  /** For all of one player's absences of a match, in ms. */
  readonly reconnectTotalMs: number;
}

/** More pauses than these in one rally the others need not bear: play goes on without them until the next rally. */
export const PAUSES_PER_RALLY = 3;
/** Nor more than these in a match: play goes on without them to its end. */
export const PAUSES_PER_MATCH = 6;
/** What an absence costs of the time that is waited in all, however short it was: a pause is no time-out that one takes. In ms. */
const LEAST_SPENT_MS = 5000;

/** One player's absences in one match. Times are room time in ms. */
export class Absence {
  readonly #times: WaitingTimes;
  #since: number | null = null;
  #spentMs = 0;
  #pausesThisRally = 0;
  #pauses = 0;

  constructor(times: WaitingTimes) {
    this.#times = times;
  }

  get isAway(): boolean {
    return this.#since !== null;
  }

  get mayPause(): boolean {
    return this.#pausesThisRally < PAUSES_PER_RALLY && this.#pauses < PAUSES_PER_MATCH;
  }

  leave(nowMs: number): void {
    if (this.#since !== null) return;
    this.#since = nowMs;
    this.#pausesThisRally++;
    this.#pauses++;
  }

  /** Since when they are away, in ms; null while they are here. */
  get sinceMs(): number | null {
    return this.#since;
  }

  comeBack(nowMs: number): void {
    if (this.#since === null) return;
    this.#spentMs += Math.max(LEAST_SPENT_MS, nowMs - this.#since);
    this.#since = null;
  }

  endRally(): void {
    this.#pausesThisRally = 0;
  }

  /** Whether they are away and have been waited for long enough. */
  isOver(nowMs: number): boolean {
    return this.isAway && nowMs >= this.untilMs;
  }

  /** Until when the match waits for them; 0 while they are here. */
  get untilMs(): number {
    if (this.#since === null) return 0;
    const left = Math.max(0, this.#times.reconnectTotalMs - this.#spentMs);
    return this.#since + Math.min(this.#times.reconnectMs, left);
  }
}
