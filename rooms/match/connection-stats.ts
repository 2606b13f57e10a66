// One player's connection as the server measures it: when they were last heard, how late their messages come, the round trip
// (pings.ts). How late a message comes is its stamp's word, believed as far as the round trip bears it out.

import { Key, type Keys } from "../../pong/keys.ts";
import { Delays } from "../../schema/delays.ts";
import type { LinkQuality } from "../../schema/match-status.ts";
import { type DownHead, NOTHING_HEARD, type UpMessage } from "../../schema/messages/match.ts";
import { MS_PER_TICK, SILENCE_MS, low16, unwrap16 } from "../../schema/timing.ts";
import type { LineFacts } from "./evenness.ts";
import { Pings } from "./pings.ts";
import { UNSYNCED_TICKS, windowTicks } from "./press-window.ts";

/** What the match publishes of a connection; kept until it changes noticeably, so that it costs few bytes. */
export interface PublishedConnection {
  readonly roundTripMs: number;
  readonly uplinkDelayMs: number;
  readonly quality: LinkQuality;
}

const GOOD_ROUND_TRIP_MS = 120;
const FAIR_ROUND_TRIP_MS = 250;
const GOOD_SWING_MS = 50;
const FAIR_SWING_MS = 120;
/** Smaller changes of the round trip are not published. */
const NOTICEABLE_ROUND_TRIP = 0.2;
/** Lateness is published at once when it grows by this, and when it has shrunk by three times as much. */
const NOTICEABLE_DELAY_MS = 2;

/**
 * One press in so many is picked, by chance, for how late it says it is. At foreseeable times a page could stamp truly just then, and
 * falsely at all others.
 */
const PRESSES_A_CLAIM = 5;
/** How many of the latest claims count: a minute or two of play. */
const CLAIMS = 64;
/** A line is held to what this share of its claims does not pass: a stall may be longer, and so few lies are no use. */
const CLAIMED = 0.92;
/** Of fewer claims than this the worst way up is taken instead. */
const FEW_CLAIMS = 3;
/** How much the worst that one measures of the way down may pass what is measured here, in ms. */
const SPARE_MS = 8;

/** A line whose way down is so much longer than its way up is rare; after so many pings it is no accident. */
const ODD_MS = 100;
const ODD_TIMES = 4;
const ODD_COUNT = 40;

export class ConnectionStats {
  readonly pings = new Pings();
  /** How late messages come, by their stamps. */
  readonly #delays = new Delays();
  /** How late presses say they were, of some that were picked by chance: of as long a time as the round trips are of. */
  readonly #claims = new Delays(CLAIMS);
  /** By own seat: what the last press held. One that holds the same says nothing. */
  readonly #keys: [Keys, Keys] = [Key.none, Key.none];
  /** The worst way down, as the client says. In ms. */
  #saidDownMs = 0;
  #heardAt: number;
  /** How long the server itself has stood still since it heard something. */
  #stoodStillMs = 0;
  #heardSent = 0;
  #hasHeard = false;
  /** Presses taken from this connection. */
  #presses = 0;
  #isSynced = false;
  #window = UNSYNCED_TICKS;
  #published: PublishedConnection = { roundTripMs: 0, uplinkDelayMs: 0, quality: "unknown" };

  constructor(nowMs: number) {
    this.#heardAt = nowMs;
  }

  /** The player's connection is new: it is not silent yet. */
  open(nowMs: number): void {
    this.#heardAt = nowMs;
    this.#stoodStillMs = 0;
    this.#hasHeard = false;
    this.#presses = 0;
    this.#isSynced = false;
    this.#keys.fill(Key.none);
    this.pings.open();
  }

  /** Takes what a message says of the connection. @param chance 0 to 1, not to be foreseen */
  hear(message: UpMessage, nowMs: number, chance: number): void {
    this.#heardAt = nowMs;
    this.#stoodStillMs = 0;
    this.#heardSent = message.sent;
    this.#hasHeard = true;
    if (message.tick !== null) this.#presses++;
    this.#isSynced = message.synced;
    const { longestMs } = this.pings;
    this.#window = message.synced ? windowTicks(Math.max(longestMs, this.pings.waitingMs(nowMs))) : UNSYNCED_TICKS;
    this.#saidDownMs = message.downMs;
    if (!message.synced) return;
    // A stamp may claim anything; no way up takes longer than the whole round trip. One that is not answered measures none: whoever
    // does not answer would have the other see them as late as they like.
    const upMs = Math.max(0, Math.min(nowMs - unwrap16(message.sent, nowMs), longestMs));
    this.#delays.add(upMs, nowMs);
    if (message.tick === null || message.keys === this.#keys[message.own]) return;
    this.#keys[message.own] = message.keys;
    const claimedMs = Math.max(upMs, Math.min(nowMs - message.tick * MS_PER_TICK, this.#window * MS_PER_TICK));
    if (chance * PRESSES_A_CLAIM < 1) this.#claims.add(claimedMs, nowMs);
  }

  /** Whether its messages are stamped with the room's time. */
  get isSynced(): boolean {
    return this.#isSynced;
  }

  /** How late a press may be, in ticks. */
  get window(): number {
    return this.#window;
  }

  /** The server itself stood still for so long: what was sent meanwhile is yet to be read. */
  excuse(stalledMs: number): void {
    this.#stoodStillMs += stalledMs;
    this.pings.excuse(stalledMs);
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

  /** How late things come and go, as far as it has to be even (evenness.ts). */
  get facts(): LineFacts {
    const upMs = this.uplinkDelayMs;
    return { upMs, downMs: Math.min(this.#saidDownMs, this.#mostDownMs(upMs)) };
  }

  /** What the measured round trips leave for the way down beside the lateness of what is said, in ms; negative where that is a lie. */
  #mostDownMs(upMs: number): number {
    const claimed = this.#claims.quantile(CLAIMED);
    const claimedMs = this.#claims.count < FEW_CLAIMS ? Math.max(upMs, claimed) : claimed;
    return this.pings.longMs + SPARE_MS - claimedMs;
  }

  /** Whether pings are answered so much later than all that is said comes that somebody may be holding the answers back. */
  get isOdd(): boolean {
    const { count, mostlyMs } = this.pings;
    const upMs = this.uplinkDelayMs;
    return count >= ODD_COUNT && mostlyMs - upMs > ODD_MS && mostlyMs > upMs * ODD_TIMES;
  }

  /** How many presses have been taken from this connection. */
  get presses(): number {
    return this.#presses;
  }

  /** What a message to this player begins with. */
  head(nowMs: number): DownHead {
    const held = this.#hasHeard && nowMs >= this.#heardAt ? nowMs - this.#heardAt : NOTHING_HEARD;
    return { sent: low16(nowMs), heard: this.#heardSent, held, presses: this.#presses };
  }

  /**
   * The stats to publish now: the same object as before when nothing noticeable has changed.
   * @param shownLateMs how late the others are shown what this player presses
   */
  publishable(connected: boolean, shownLateMs: number, nowMs: number): PublishedConnection {
    const before = this.#published;
    const measured = Math.round(this.pings.usualMs);
    const moved = Math.abs(measured - before.roundTripMs) > Math.max(5, before.roundTripMs * NOTICEABLE_ROUND_TRIP);
    const roundTripMs = moved ? measured : before.roundTripMs;
    const late = Math.ceil(shownLateMs);
    const drift = late - before.uplinkDelayMs;
    const keeps = drift < NOTICEABLE_DELAY_MS && drift > -3 * NOTICEABLE_DELAY_MS;
    const uplinkDelayMs = keeps ? before.uplinkDelayMs : late;
    const quality = !connected || this.isSilent(nowMs) ? "silent" : this.#quality();
    if (moved || !keeps || quality !== before.quality) this.#published = { roundTripMs, uplinkDelayMs, quality };
    return this.#published;
  }

  #quality(): LinkQuality {
    if (this.pings.count < 4) return "unknown";
    const { usualMs: middle, swingMs: swing } = this.pings;
    if (middle <= GOOD_ROUND_TRIP_MS && swing <= GOOD_SWING_MS) return "good";
    return middle <= FAIR_ROUND_TRIP_MS && swing <= FAIR_SWING_MS ? "fair" : "poor";
  }
}
