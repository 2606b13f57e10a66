// How the player's connection and screen did during a match, for the badge and for reports to operators. Pure except for what it
// is given; screen.ts samples a few times a second.

import type { MatchMetrics } from "../../../schema/performance-metrics.ts";

/** Silence for longer than this is a stall. */
const STALL_MS = 300;
/** Round trips that count: the latest half minute and more at four looks a second. */
const KEPT = 160;

/** One sample. */
export interface ConnectionView {
  /** 0 while unknown. */
  readonly roundTripMs: number;
  readonly otherLateMs: number;
  /** Nothing was heard for this long. */
  readonly silentMs: number;
  readonly playing: boolean;
  readonly live: boolean;
}

type Faults = Pick<MatchMetrics, "corrections" | "divergences">;
type LineMetrics = Faults & Pick<MatchMetrics, "roundTripMs" | "swingMs" | "otherLateMs" | "stalls" | "reconnections">;

export class ConnectionReadout {
  readonly #roundTrips: number[] = [];
  readonly #late: number[] = [];
  #stalls = 0;
  #reconnections = 0;
  #wasSilent = false;
  #wasLive = false;
  #hasBeenLive = false;

  add(look: ConnectionView): void {
    if (look.roundTripMs > 0) keep(this.#roundTrips, look.roundTripMs);
    if (look.playing) keep(this.#late, look.otherLateMs);
    const isSilent = look.playing && look.silentMs > STALL_MS;
    if (isSilent && !this.#wasSilent) this.#stalls++;
    this.#wasSilent = isSilent;
    if (look.live && !this.#wasLive && this.#hasBeenLive) this.#reconnections++;
    this.#wasLive = look.live;
    this.#hasBeenLive ||= look.live;
  }

  /** Jitter of the round trip: p95 less median, in ms. */
  get swingMs(): number {
    return Math.max(0, quantile(this.#roundTrips, 0.95) - quantile(this.#roundTrips, 0.5));
  }

  /** What is reported of the connection. @param faults of this match */
  report({ corrections, divergences }: Faults): LineMetrics {
    const isMeasured = this.#roundTrips.length > 0;
    return {
      roundTripMs: isMeasured ? clamp(quantile(this.#roundTrips, 0.5), 60_000) : null,
      swingMs: isMeasured ? clamp(this.swingMs, 60_000) : null,
      otherLateMs: this.#late.length > 0 ? clamp(quantile(this.#late, 0.5), 60_000) : null,
      stalls: clamp(this.#stalls, 10_000),
      reconnections: clamp(this.#reconnections, 10_000),
      corrections: clamp(corrections, 10_000),
      divergences: clamp(divergences, 10_000),
    };
  }
}

function keep(list: number[], value: number): void {
  list.push(value);
  if (list.length > KEPT) list.shift();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
