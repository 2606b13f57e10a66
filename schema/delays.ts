// The recent delays of one direction of a connection: their usual worst, with stalls left out, and their p95.
// The server keeps one for each player's uplink, each client one for its downlink.

/** How many of the latest delays count, when nothing else is said: about half a minute of play. */
const KEPT = 128;
/** Delays further than this above all but the worst few are stalls: waiting for them would make every moment later. */
const STALL_MS = 40;
/** The share of delays that may be stalls. */
const STALL_SHARE = 0.04;
/** Messages that come within this time of each other have waited for the same thing. */
const TOGETHER_MS = 1;

export class Delays {
  /** In typed arrays: in ordinary ones each number would be an object, thousands a second. */
  readonly #latest: Float64Array;
  #count = 0;
  #next = 0;
  #addedAtMs = -Infinity;
  /** The same, the smallest first: kept in order, since they are asked for far more often than one would sort them. */
  readonly #sorted: Float64Array;

  /** @param kept how many of the latest count */
  constructor(kept: number = KEPT) {
    this.#latest = new Float64Array(kept);
    this.#sorted = new Float64Array(kept);
  }

  /**
   * Adds one, in ms; may be negative by the error of the clocks. Messages that come all at once were held up by the first of
   * them (a line delivers in order), so only that one counts: a stall is one delay, however much waited behind it.
   * @param atMs when it came, on any clock that does not run backwards
   */
  add(ms: number, atMs: number): void {
    const waited = atMs - this.#addedAtMs < TOGETHER_MS;
    this.#addedAtMs = atMs;
    if (waited) return;
    if (this.#count === this.#latest.length) {
      const oldest = this.#placeOf(this.#latest[this.#next]!);
      this.#sorted.copyWithin(oldest, oldest + 1);
    } else this.#count++;
    const place = this.#placeOf(ms, this.#count - 1);
    this.#sorted.copyWithin(place + 1, place, this.#count - 1);
    this.#sorted[place] = ms;
    this.#latest[this.#next] = ms;
    this.#next = (this.#next + 1) % this.#latest.length;
  }

  /** Adds this to all that were added. */
  shift(ms: number): void {
    for (const list of [this.#latest, this.#sorted]) {
      for (let at = 0; at < this.#count; at++) list[at]! += ms;
    }
  }

  get count(): number {
    return this.#count;
  }

  /** The worst delay that is no stall, in ms; 0 before the first. */
  worst(): number {
    const sorted = this.#sorted;
    const last = this.#count - 1;
    if (last < 0) return 0;
    const spared = last < 7 ? 0 : Math.max(1, Math.floor(this.#count * STALL_SHARE));
    const limit = sorted[last - spared]! + STALL_MS;
    let at = last;
    while (sorted[at]! > limit) at--;
    return sorted[at]!;
  }

  /** The delay that this share (0 to 1) of them does not pass, in ms; 0 before the first. */
  quantile(share: number): number {
    if (this.#count === 0) return 0;
    return this.#sorted[Math.min(this.#count - 1, Math.ceil(share * this.#count) - 1)]!;
  }

  /** Where this delay stands among the first `among` sorted ones, or would stand: by halves. */
  #placeOf(ms: number, among: number = this.#count): number {
    let from = 0;
    let to = among;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#sorted[middle]! < ms) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
