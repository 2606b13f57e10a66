// The round trip of one player's connection, measured by the WebSocket's own pings (RFC 6455, section 5.5.2). Browsers answer them
// beside the page, also while that is busy, and no page can make them answer sooner.

import { Delays } from "../../schema/delays.ts";

/** So many at first, as fast as anything is heard: the line is to be known before play. */
const OPENING_PINGS = 24;
/** Without one for so long, the next message brings one, whatever it says. */
const PING_EVERY_MS = 1500;
const IDS = 256;

interface Ping {
  sentMs: number;
  /** How late the message claimed to be that it goes with, in ms; null when that says nothing. */
  readonly claimedMs: number | null;
}

export class Pings {
  readonly #roundTrips = new Delays();
  /** Those that went with a message that claimed something, and what that was: of the same moments, so that they can be compared. */
  readonly #compared = new Delays();
  readonly #claims = new Delays();
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

  /**
   * The id of a ping that is sent now; null when none is due. To be asked whenever something is heard.
   * @param claimedMs how late that says it is, in ms; null when nothing is to be told from it
   * @param isPicked whether it is one of the messages that nobody could know would be compared
   */
  take(nowMs: number, claimedMs: number | null, isPicked: boolean): number | null {
    if (this.#sent >= OPENING_PINGS && !isPicked && nowMs - this.#sentMs < PING_EVERY_MS) return null;
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
    this.#compared.add(roundTripMs, nowMs);
    this.#claims.add(ping.claimedMs, nowMs);
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
   * What is left of the worst round trip for the way down, both without stalls, in ms: negative where messages claim to be later than
   * the line can make them. Null as long as nothing was compared.
   */
  get downMs(): number | null {
    return this.#claims.count === 0 ? null : this.#compared.worst() - this.#claims.worst();
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
