// The link conditions under which the netcode is measured. Used by the bench (main.ts), the proxy and the judges.

export interface LinkCondition {
  readonly name: string;
  readonly roundTripMs: number;
  /** Each way takes half the round trip, give or take up to this much; never overtaking. */
  readonly jitterMs: number;
  /** Now and then nothing passes for a while. */
  readonly stalls: boolean;
  /** Whether everything in "Must hold" is promised under it. */
  readonly isGate: boolean;
}

export const STALL_EVERY_MS = 8000;
export const STALL_MS = 300;

const ROUND_TRIPS = [20, 80, 150, 250];

const line = (roundTripMs: number, jitterMs: number, stalls: boolean): LinkCondition => ({
  name: `${roundTripMs} ms${jitterMs > 0 ? ` ±${jitterMs}` : ", even"}${stalls ? ", stalling" : ""}`,
  roundTripMs,
  jitterMs,
  stalls,
  isGate: jitterMs > 0 && !stalls,
});

export const LINK_CONDITIONS: readonly LinkCondition[] = [
  ...ROUND_TRIPS.map((ms) => line(ms, Math.min(30, ms / 2), false)),
  line(80, 30, true),
  // Symmetric and without jitter: what is left of the clock's error is our own.
  ...ROUND_TRIPS.map((ms) => line(ms, 0, false)),
];

/** How long a press may be on its way to a screen without stalls, in ms. */
export function longestWayMs({ roundTripMs, jitterMs }: LinkCondition): number {
  return roundTripMs + 2 * jitterMs + 60;
}
