// The round trip of one player's connection, measured by the WebSocket's own pings (RFC 6455, section 5.5.2). Browsers answer them
// beside the page, also while that is busy, and no page can make them answer sooner.

import { Delays } from "../../schema/delays.ts";

/** So many at first, as fast as anything is heard: the line is to be known before play. */
const OPENING_PINGS = 24;
const PING_EVERY_MS = 1000;
const IDS = 256;

export class Pings {
  readonly #roundTrips = new Delays();
  /** Those that are not answered yet: when each was sent, by its id, the oldest first. */
  readonly #pending = new Map<number, number>();
  #sent = 0;
  #sentMs = -Infinity;

  /** The connection is new. */
  open(): void {
    this.#pending.clear();
    this.#sent = 0;
    this.#sentMs = -Infinity;
  }

  /** The id of a ping that is sent now; null when none is due. To be asked whenever something is heard. */
  take(nowMs: number): number | null {
    if (this.#sent >= OPENING_PINGS && nowMs - this.#sentMs < PING_EVERY_MS) return null;
    const id = this.#sent++ % IDS;
    this.#sentMs = nowMs;
    this.#pending.set(id, nowMs);
    return id;
  }

  /** It is answered. Answers to what was not asked count for nothing. */
  answer(id: number, nowMs: number): void {
    const sentMs = this.#pending.get(id);
    if (sentMs === undefined) return;
    // A browser may answer only the newest of several: the older ones will not be answered any more.
    for (const older of this.#pending.keys()) {
      this.#pending.delete(older);
      if (older === id) break;
    }
    this.#roundTrips.add(Math.max(0, nowMs - sentMs), nowMs);
  }

  /** The server itself stood still for so long: the line did not. */
  excuse(stalledMs: number): void {
    for (const [id, sentMs] of this.#pending) this.#pending.set(id, sentMs + stalledMs);
  }

  get count(): number {
    return this.#roundTrips.count;
  }

  /** The usual one, in ms. */
  get usualMs(): number {
    return this.#roundTrips.quantile(0.5);
  }

  /** p95 less the usual one, in ms. */
  get swingMs(): number {
    return this.#roundTrips.quantile(0.95) - this.usualMs;
  }

  /** The worst one without stalls, in ms. */
  get worstMs(): number {
    return this.#roundTrips.worst();
  }

  /** The longest that was measured, stalls among them, in ms. */
  get longestMs(): number {
    return this.#roundTrips.quantile(1);
  }

  /** How long the oldest one has not been answered, in ms: the line may be stalled right now. 0 when all are. */
  waitingMs(nowMs: number): number {
    const [oldestMs = nowMs] = this.#pending.values();
    return nowMs - oldestMs;
  }
}
