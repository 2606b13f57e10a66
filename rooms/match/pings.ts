// The round trip of one player's connection, measured by the WebSocket's own pings (RFC 6455, section 5.5.2). Browsers answer them
// beside the page, also while that is busy, and no page can make them answer sooner.

import { Delays } from "../../schema/delays.ts";

/** So many at first, as fast as anything is heard: the line is to be known before play. */
const OPENING_PINGS = 24;
/** Without one for so long, the next message brings one, whatever it says. */
const PING_EVERY_MS = 2000;
const IDS = 256;
/** So many of the latest comparisons count: a minute or two of play. */
const COMPARED = 32;
/** Whoever stamps more of their presses back than this is judged by those; fewer are no use. */
const LIES = 0.2;
/** Round trips that are rarer than this say nothing of how much the line varies. */
const RAREST = 0.02;
/** Measured to the ms, by two clocks. */
const SPARE_MS = 4;

interface Ping {
  sentMs: number;
  /** How late the press said it was that its round trip is to be compared with, in ms; null when it is with none. */
  readonly claimedMs: number | null;
}

export class Pings {
  readonly #roundTrips = new Delays();
  /** What was left of a round trip for the way down, beside what the press before it claimed for the way up. */
  readonly #waysDown = new Delays(COMPARED);
  /** Those that are not answered yet, by their ids, the oldest first. */
  readonly #pending = new Map<number, Ping>();
  #sent = 0;
  #sentMs = -Infinity;

  /** The connection is new. */
  open(): void {
    this.#pending.clear();
    this.#sent = 0;
    this.#sentMs = -Infinity;
  }

  /** Whether it is time for one. To be asked whenever something is heard. */
  isDue(nowMs: number): boolean {
    return this.#sent < OPENING_PINGS || nowMs - this.#sentMs >= PING_EVERY_MS;
  }

  /**
   * The id of a ping that is sent now.
   * @param claimedMs how late the press said it was that its round trip is to be compared with, in ms; null when it is with none
   */
  take(nowMs: number, claimedMs: number | null): number {
    const id = this.#sent++ % IDS;
    this.#sentMs = nowMs;
    this.#pending.set(id, { sentMs: nowMs, claimedMs });
    return id;
  }

  /** It is answered. Answers to what was not asked count for nothing. */
  answer(id: number, nowMs: number): void {
    const ping = this.#pending.get(id);
    if (ping === undefined) return;
    // A browser may answer only the newest of several: the older ones will not be answered any more.
    for (const older of this.#pending.keys()) {
      this.#pending.delete(older);
      if (older === id) break;
    }
    const roundTripMs = Math.max(0, nowMs - ping.sentMs);
    this.#roundTrips.add(roundTripMs, nowMs);
    if (ping.claimedMs === null) return;
    this.#waysDown.add(roundTripMs - ping.claimedMs, nowMs);
  }

  /** The server itself stood still for so long: the line did not. */
  excuse(stalledMs: number): void {
    for (const ping of this.#pending.values()) ping.sentMs += stalledMs;
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

  /**
   * The worst way down that anybody may claim who is shown the other by it, in ms: what is left for it of the round trips beside the
   * lateness of their presses, and as much as round trips vary. Negative where presses claim to be later than the line can make them.
   * Null as long as nothing was compared.
   */
  get mostDownMs(): number | null {
    if (this.#waysDown.count === 0) return null;
    const variesMs = this.#roundTrips.quantile(1 - RAREST) - this.#roundTrips.quantile(LIES);
    return this.#waysDown.quantile(LIES) + variesMs + SPARE_MS;
  }

  /** The longest that was measured, stalls among them, in ms. */
  get longestMs(): number {
    return this.#roundTrips.quantile(1);
  }

  /** How long the oldest one has not been answered, in ms: the line may be stalled right now. 0 when all are. */
  waitingMs(nowMs: number): number {
    const [oldest] = this.#pending.values();
    return oldest === undefined ? 0 : nowMs - oldest.sentMs;
  }
}
