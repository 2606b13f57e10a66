// Room time (schema/timing.ts) on this side of the connection, from the four time stamps of each round trip. It never jumps while
// somebody looks: what is learnt later is slewed in.

import { Delays } from "../schema/delays.ts";
import { low16, unwrap16 } from "../schema/timing.ts";
import { type DownHead, NOTHING_HEARD } from "../schema/messages/match.ts";

/** Round trips before the time is believed. */
export const SYNC_SAMPLES = 24;
/** How many of the latest round trips count. */
const KEPT_SAMPLES = 128;
/** Learnt differences are made up by at most this share of the time that passes. */
const SLEW = 0.02;
/** No connection can make us further off than this: this machine slept. Start over. */
const IMPOSSIBLE_MS = 250;

/** One round trip: how far room time seemed ahead of ours on the way up, and ours ahead of room time on the way down. */
interface Sample {
  readonly up: number;
  readonly down: number;
}

export class ServerClock {
  readonly #sent = new Map<number, number>();
  readonly #samples: Sample[] = [];
  #next = 0;
  #count = 0;
  #target = 0;
  #offset = 0;
  #readAt = -Infinity;
  /** The newest room time that the server is known to have reached, in ms. */
  latestServerMs = -Infinity;
  #roundTrips: number[] = [];
  /** How much our time is ahead of the room time in each message that comes: the way down, but for the clocks' difference. */
  readonly #down = new Delays();

  get isSynced(): boolean {
    return this.#count >= SYNC_SAMPLES;
  }

  /** The usual round trip in whole ms, 0 while unknown. */
  get roundTripMs(): number {
    const sorted = this.#roundTrips.toSorted((a, b) => a - b);
    return Math.round(sorted[sorted.length >> 1] ?? 0);
  }

  /** Room time in ms. Never runs backwards for a `localMs` that does not. */
  now(localMs: number): number {
    const passed = Math.max(0, localMs - this.#readAt);
    this.#readAt = Math.max(this.#readAt, localMs);
    const error = this.#target - this.#offset;
    const most = passed === Infinity ? Math.abs(error) : passed * SLEW;
    this.#offset += Math.min(most, Math.max(-most, error));
    return localMs + this.#offset;
  }

  /** The connection is new: the server has not received anything on it. */
  reopen(): void {
    this.#sent.clear();
  }

  /** The time stamp for a message that is sent now: room time, or our own while that is not known. */
  stamp(localMs: number): number {
    const sent = low16(this.isSynced ? this.now(localMs) : localMs);
    this.#sent.set(sent, localMs);
    if (this.#sent.size > KEPT_SAMPLES) this.#sent.delete(this.#sent.keys().next().value!);
    return sent;
  }

  /** Takes what a message that has just come begins with. */
  hear({ sent, heard, held }: Pick<DownHead, "sent" | "heard" | "held">, localMs: number): void {
    const serverMs = unwrap16(sent, localMs + this.#target);
    this.#advance(serverMs);
    const sentAt = held >= NOTHING_HEARD ? undefined : this.#sent.get(heard);
    if (sentAt !== undefined) this.#add({ up: serverMs - held - sentAt, down: localMs - serverMs }, localMs);
    this.#down.add(localMs - serverMs, localMs);
  }

  /** The usual worst way down, in ms. */
  get worstDownMs(): number {
    return Math.max(0, this.#down.worst() + this.#offset);
  }

  /** Takes a whole room time, sent just now: the 16 bits of all other messages don't say which minute it is. */
  anchor(serverMs: number, localMs: number): void {
    const off = serverMs - (localMs + this.#target);
    const turns = this.#count === 0 ? off : Math.round(off / 65_536) * 65_536;
    if (Math.abs(turns) < 1) return;
    this.#shift(turns);
    this.latestServerMs = serverMs;
  }

  #advance(serverMs: number): void {
    this.latestServerMs = Math.max(this.latestServerMs, serverMs);
  }

  #shift(ms: number): void {
    this.#target += ms;
    this.#offset += ms;
    this.latestServerMs += ms;
    this.#down.shift(-ms);
    for (const [at, sample] of this.#samples.entries()) {
      this.#samples[at] = { up: sample.up + ms, down: sample.down - ms };
    }
  }

  #add(sample: Sample, localMs: number): void {
    const roundTrip = sample.up + sample.down;
    if (roundTrip < -2) return;
    const wrongBy = Math.abs((sample.up - sample.down) / 2 - this.#target) - roundTrip / 2;
    if (this.#count > 0 && wrongBy > IMPOSSIBLE_MS) this.#forget();
    this.#samples[this.#next] = sample;
    this.#next = (this.#next + 1) % KEPT_SAMPLES;
    this.#count++;
    this.#roundTrips.push(roundTrip);
    if (this.#roundTrips.length > 21) this.#roundTrips.shift();
    let up = Infinity;
    let down = Infinity;
    for (const one of this.#samples) {
      up = Math.min(up, one.up);
      down = Math.min(down, one.down);
    }
    // The quickest way up and the quickest way down need not be of one round trip: each carries the least waiting.
    this.#target = (up - down) / 2;
    if (this.#count <= SYNC_SAMPLES) {
      this.#offset = this.#target;
      this.#readAt = localMs;
    }
  }

  #forget(): void {
    this.#samples.length = 0;
    this.#next = 0;
    this.#count = 0;
  }
}
