// One player's connection as the server measures it: when they were last heard, how late their messages come, the round trip.
// Everything here rides in messages that are sent anyway (schema/messages/match.ts).

import { Delays } from "../../schema/delays.ts";
import type { LinkQuality } from "../../schema/match-status.ts";
import { NOTHING_HEARD, type Times, type UpMessage } from "../../schema/messages/match.ts";
import { REWIND_TICKS, SILENCE_MS, low16, unwrap16 } from "../../schema/timing.ts";
import { windowTicks } from "./press-window.ts";

/** What the match publishes of a connection; kept until it changes noticeably, so that it costs few bytes. */
export interface PublishedConnection {
  readonly roundTripMs: number;
  readonly uplinkDelayMs: number;
  readonly quality: LinkQuality;
}

/** How many delays it takes to know what is usual. */
const ENOUGH = 8;

const GOOD_ROUND_TRIP_MS = 120;
const FAIR_ROUND_TRIP_MS = 250;
const GOOD_SWING_MS = 50;
const FAIR_SWING_MS = 120;
/** Smaller changes of the round trip are not published. */
const NOTICEABLE_ROUND_TRIP = 0.2;
/** Lateness is published at once when it grows by this, and when it has shrunk by three times as much. */
const NOTICEABLE_DELAY_MS = 2;

export class ConnectionStats {
  readonly #delays = new Delays();
  readonly #roundTrips = new Delays();
  #heardAt: number;
  /** How long the server itself has stood still since it heard something. */
  #stoodStillMs = 0;
  #heardSent = 0;
  #hasHeard = false;
  #window = REWIND_TICKS;
  #published: PublishedConnection = { roundTripMs: 0, uplinkDelayMs: 0, quality: "unknown" };

  constructor(nowMs: number) {
    this.#heardAt = nowMs;
  }

  /** The player's connection is new: it is not silent yet. */
  open(nowMs: number): void {
    this.#heardAt = nowMs;
    this.#stoodStillMs = 0;
    this.#hasHeard = false;
  }

  /** Takes what a message says of the connection. */
  hear(message: UpMessage, nowMs: number): void {
    this.#heardAt = nowMs;
    this.#stoodStillMs = 0;
    this.#heardSent = message.sent;
    this.#hasHeard = true;
    const roundTrip = message.held < NOTHING_HEARD ? nowMs - unwrap16(message.heard, nowMs) - message.held : NaN;
    if (roundTrip >= 0) this.#roundTrips.add(roundTrip, nowMs);
    if (!message.synced) return;
    const late = nowMs - unwrap16(message.sent, nowMs);
    // A stamp may claim anything; the round trip is measured, and no uplink delay is longer than that.
    this.#delays.add(roundTrip >= 0 ? Math.min(late, roundTrip) : late, nowMs);
    if (this.#delays.count >= ENOUGH) this.#window = windowTicks(this.#delays.quantile(0.95));
  }

  /** How late a press may be, in ticks. */
  get window(): number {
    return this.#window;
  }

  /** The server itself stood still for so long: what was sent meanwhile is yet to be read. */
  excuse(stalledMs: number): void {
    this.#stoodStillMs += stalledMs;
  }

  /** Until then the connection is not silent, if nothing more is heard. */
  get silentAfterMs(): number {
    return this.#heardAt + this.#stoodStillMs + SILENCE_MS;
  }

  isSilent(nowMs: number): boolean {
    return nowMs > this.silentAfterMs;
  }

  /** The worst recent uplink delay, in ms, without stalls. */
  get uplinkDelayMs(): number {
    return Math.max(0, this.#delays.worst());
  }

  /** The time stamps of a message to this player. */
  times(nowMs: number): Times {
    const held = this.#hasHeard ? nowMs - this.#heardAt : NOTHING_HEARD;
    return { sent: low16(nowMs), heard: this.#heardSent, held };
  }

  /** The stats to publish now: the same object as before when nothing noticeable has changed. */
  publishable(connected: boolean, nowMs: number): PublishedConnection {
    const before = this.#published;
    const measured = Math.round(this.#roundTrips.quantile(0.5));
    const moved = Math.abs(measured - before.roundTripMs) > Math.max(5, before.roundTripMs * NOTICEABLE_ROUND_TRIP);
    const roundTripMs = moved ? measured : before.roundTripMs;
    const late = Math.ceil(this.uplinkDelayMs);
    const drift = late - before.uplinkDelayMs;
    const keeps = drift < NOTICEABLE_DELAY_MS && drift > -3 * NOTICEABLE_DELAY_MS;
    const uplinkDelayMs = keeps ? before.uplinkDelayMs : late;
    const quality = !connected || this.isSilent(nowMs) ? "silent" : this.#quality();
    if (moved || !keeps || quality !== before.quality) this.#published = { roundTripMs, uplinkDelayMs, quality };
    return this.#published;
  }

  #quality(): LinkQuality {
    if (this.#roundTrips.count < 4) return "unknown";
    const middle = this.#roundTrips.quantile(0.5);
    const swing = this.#roundTrips.quantile(0.95) - middle;
    if (middle <= GOOD_ROUND_TRIP_MS && swing <= GOOD_SWING_MS) return "good";
    return middle <= FAIR_ROUND_TRIP_MS && swing <= FAIR_SWING_MS ? "fair" : "poor";
  }
}
