// One way of a simulated line. Messages arrive in order, as over TCP: whatever holds one up holds up those behind it.

import { draw } from "../../pong/random.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** How a line behaves. All in ms. */
export interface LineQuality {
  readonly roundTripMs: number;
  /** How much of the round trip is the way up; half when left out. */
  readonly upMs?: number;
  /** Each message is earlier or later by up to this much, but never travels for less than nothing. */
  readonly jitterMs: number;
  /** Later by up to this much on the way up, besides. */
  readonly upJitterMs?: number;
  /** The share of messages that are stalled, and for how long. */
  readonly stallShare?: number;
  readonly stallMs?: number;
  /** The share of messages that are lost, and sent again when TCP notices. */
  readonly lossShare?: number;
  /** A radio that others use: now and then nothing passes for a while. */
  readonly bursts?: { readonly everyMs: number; readonly leastMs: number; readonly mostMs: number };
  /** An upload beside it, for a while and again and again, fills the queue on the way up; then it drains. */
  readonly uploads?: {
    readonly everyMs: number;
    readonly lastMs: number;
    readonly leastMs: number;
    readonly mostMs: number;
  };
  /** From one network to another: nothing passes for so long. */
  readonly handovers?: { readonly everyMs: number; readonly lastMs: number };
}

/** Linux sends again after the round trip and this, when nothing tells it sooner (TCP_RTO_MIN). */
const RESEND_MS = 200;
/** What was sent later has been acknowledged so long ago, in round trips: then a packet counts as lost (RACK, RFC 8985, section 6.2). */
const REORDER_SHARE = 0.25;
/** Of the time that an upload takes and its queue drains. */
const FILLING = 0.75;

interface Message {
  readonly deliver: () => void;
  /** When it would arrive if nothing stood before it. */
  arrivesMs: number;
  /** It was lost: on its way again, unless what is sent later tells it sooner. */
  readonly isLost: boolean;
}

export class Way {
  readonly #time: VirtualTime;
  readonly #quality: LineQuality;
  readonly #isUp: boolean;
  readonly #underWay: Message[] = [];
  #cancelArrival = (): void => {};
  #random: number;
  #burstFromMs: number;
  #burstUntilMs: number;
  isCut = false;

  constructor(time: VirtualTime, quality: LineQuality, direction: "up" | "down", seed: number) {
    this.#time = time;
    this.#quality = quality;
    this.#isUp = direction === "up";
    this.#random = seed >>> 0;
    this.#burstFromMs = time.nowMs + this.#between(0, quality.bursts?.everyMs ?? 0);
    this.#burstUntilMs = this.#burstFromMs;
  }

  carry(deliver: () => void): void {
    const { nowMs } = this.#time;
    const { roundTripMs, lossShare = 0 } = this.#quality;
    const travelMs = this.#travelMs(nowMs);
    const isLost = lossShare > 0 && this.#chance() < lossShare;
    const arrivesMs = this.#passesAt(nowMs) + travelMs + (isLost ? roundTripMs + RESEND_MS : 0);
    if (!isLost) this.#tellLosses(nowMs + roundTripMs * (1 + REORDER_SHARE) + travelMs);
    this.#underWay.push({ deliver, arrivesMs, isLost });
    this.#await();
  }

  /** What was lost before this message is sent again once this one is acknowledged. */
  #tellLosses(arrivesMs: number): void {
    for (const message of this.#underWay)
      if (message.isLost) message.arrivesMs = Math.min(message.arrivesMs, arrivesMs);
  }

  #await(): void {
    this.#cancelArrival();
    const [next] = this.#underWay;
    if (next !== undefined) this.#cancelArrival = this.#time.at(next.arrivesMs, () => this.#arrive());
  }

  /** The first, and all that have waited behind it. */
  #arrive(): void {
    const { nowMs } = this.#time;
    while (this.#underWay.length > 0 && this.#underWay[0]!.arrivesMs <= nowMs) {
      const { deliver } = this.#underWay.shift()!;
      if (!this.isCut) deliver();
    }
    this.#await();
  }

  #travelMs(nowMs: number): number {
    const { roundTripMs, jitterMs, stallShare = 0, stallMs = 0 } = this.#quality;
    const up = this.#quality.upMs ?? roundTripMs / 2;
    const oneWay = this.#isUp ? up : roundTripMs - up;
    const jitter = Math.min(jitterMs, oneWay) * (this.#chance() * 2 - 1);
    const stall = this.#chance() < stallShare ? stallMs : 0;
    return oneWay + jitter + stall + this.#upMs(nowMs);
  }

  /** What only the way up has to bear. */
  #upMs(nowMs: number): number {
    if (!this.#isUp) return 0;
    const { upJitterMs = 0, uploads } = this.#quality;
    const jitter = upJitterMs === 0 ? 0 : this.#between(0, upJitterMs);
    if (uploads === undefined) return jitter;
    const since = (nowMs % uploads.everyMs) / uploads.lastMs;
    const filled = since < FILLING ? since / FILLING : Math.max(0, 1 - (since - FILLING) / (1 - FILLING));
    return jitter + uploads.leastMs + (uploads.mostMs - uploads.leastMs) * filled;
  }

  /** When something passes that is sent now. */
  #passesAt(nowMs: number): number {
    const { bursts, handovers } = this.#quality;
    let passesMs = nowMs;
    if (bursts !== undefined) {
      while (nowMs >= this.#burstUntilMs) this.#planBurst(bursts);
      if (nowMs >= this.#burstFromMs) passesMs = this.#burstUntilMs;
    }
    if (handovers !== undefined) {
      const since = nowMs % handovers.everyMs;
      if (nowMs >= handovers.everyMs && since < handovers.lastMs)
        passesMs = Math.max(passesMs, nowMs - since + handovers.lastMs);
    }
    return passesMs;
  }

  #planBurst({ everyMs, leastMs, mostMs }: NonNullable<LineQuality["bursts"]>): void {
    this.#burstFromMs = this.#burstUntilMs + this.#between(everyMs / 2, everyMs * 1.5);
    this.#burstUntilMs = this.#burstFromMs + this.#between(leastMs, mostMs);
  }

  #between(least: number, most: number): number {
    return least + (most - least) * this.#chance();
  }

  #chance(): number {
    const drawn = draw(this.#random);
    this.#random = drawn.state;
    return drawn.value;
  }
}
