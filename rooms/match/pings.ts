// The round trip of one player's connection, measured by the WebSocket's own pings (RFC 6455, section 5.5.2). Browsers answer them
// beside the page, also while that is busy, and no page can make them answer sooner.

import { Delays } from "../../schema/delays.ts";
import { SILENCE_MS } from "../../schema/timing.ts";

/** So many at first, as fast as anything is heard: the line is to be known before play. */
const OPENING_PINGS = 24;
/** Without one for so long, the next message brings one, whatever it says. */
const PING_EVERY_MS = 2000;
/** Not answered for so long, a ping is given up: a line that is stalled for longer counts as silent. */
const GIVEN_UP_MS = SILENCE_MS;

export class Pings {
  readonly #roundTrips = new Delays();
  /** When those were sent that are not answered yet, by their ids, the oldest first. */
  readonly #pending = new Map<number, number>();
  #sent = 0;
  #sentMs = -Infinity;
  /** Pings have been given up and none was answered since: that says nothing of the line. */
  #isMute = false;

  /** The connection is new. */
  open(): void {
    this.#pending.clear();
    this.#isMute = false;
    this.#sent = 0;
    this.#sentMs = -Infinity;
  }

  /** Whether it is time for one. To be asked whenever something is heard. */
  isDue(nowMs: number): boolean {
    return this.#sent < OPENING_PINGS || nowMs - this.#sentMs >= PING_EVERY_MS;
  }

  /** One is sent now. @param id that nobody could foresee, or it could be answered before it comes */
  send(id: number, nowMs: number): void {
    this.#giveUp(nowMs);
    this.#sent++;
    this.#sentMs = nowMs;
    this.#pending.set(id, nowMs);
  }

  /** It is answered. Answers to what was not asked count for nothing. */
  answer(id: number, nowMs: number): void {
    const sentMs = this.#pending.get(id);
    if (sentMs === undefined) return;
    this.#isMute = false;
    // A browser may answer only the newest of several: the older ones will not be answered any more.
    for (const older of this.#pending.keys()) {
      this.#pending.delete(older);
      if (older === id) break;
    }
    this.#roundTrips.add(Math.max(0, nowMs - sentMs), nowMs);
  }

  #giveUp(nowMs: number): void {
    for (const [id, sentMs] of this.#pending) {
      if (nowMs - sentMs < GIVEN_UP_MS) return;
      this.#pending.delete(id);
      this.#isMute = true;
    }
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

  /** What nine of ten do not pass, in ms. */
  get mostlyMs(): number {
    return this.#roundTrips.quantile(0.9);
  }

  /** The longest but for the rarest, in ms. */
  get longMs(): number {
    return this.#roundTrips.quantile(0.98);
  }

  /** The longest that was measured, stalls among them, in ms. */
  get longestMs(): number {
    return this.#roundTrips.quantile(1);
  }

  /** How long the oldest one has not been answered, in ms: the line may be stalled right now. 0 when all are, and for whoever answers none. */
  waitingMs(nowMs: number): number {
    const [oldestMs = nowMs] = this.#pending.values();
    return this.#isMute ? 0 : nowMs - oldestMs;
  }
}
