// The lines that play is to be honest on, and how honest: for the gate, which tries one seed of each, and for bench:fair, which tries
// them in full. Shares are of a hundred.

import { AVERAGE, STRONG, TAPPER } from "../../loadtest/human.ts";
import type { Trial, Two } from "./netcode-trial.ts";
import type { TrialResult } from "./trial-result.ts";
import type { LineQuality } from "./way.ts";

/** At most so many, in a hundred own hits or frames. */
export interface Limits {
  readonly overturned: number;
  readonly ball: number;
  readonly own: number;
}

export interface FairLine {
  readonly title: string;
  readonly trial: Omit<Trial, "hits" | "seed">;
  readonly most: Limits;
  /** In 10 minutes of play. */
  readonly mostPauses: number;
}

const NOTHING: Limits = { overturned: 0, ball: 0, own: 0 };

const both = <T>(one: T): Two<T> => [one, one];
const line = (roundTripMs: number, jitterMs: number, more: Partial<LineQuality> = {}): LineQuality => ({
  roundTripMs,
  jitterMs,
  ...more,
});
const average = both(AVERAGE);
const strong = both(STRONG);
const hz = (one: number, other: number): Two<number> => [1000 / one, 1000 / other];

const STALLING = line(150, 30, { stallShare: 0.01, stallMs: 200 });
const LOSSY = { lossShare: 0.01 };
const BURSTS = { everyMs: 1500, leastMs: 50, mostMs: 120 };

function fair(title: string, trial: FairLine["trial"], most: Limits = NOTHING, mostPauses = 0): FairLine {
  return { title, trial, most, mostPauses };
}

export const FAIR_LINES: readonly FairLine[] = [
  fair("20 ms ±10", { lines: both(line(20, 10)), habits: average }),
  fair("80 ms ±30, strong", { lines: both(line(80, 30)), habits: strong }),
  fair("150 ms ±60, fast tappers", { lines: both(line(150, 60)), habits: both(TAPPER) }),
  fair("250 ms ±60, strong", { lines: both(line(250, 60)), habits: strong }),
  fair("400 ms ±60", { lines: both(line(400, 60)), habits: average }),
  fair("400 ms ±60, strong", { lines: both(line(400, 60)), habits: strong }),
  fair("40 ms against 250 ms ±60, strong", { lines: [line(40, 10), line(250, 60)], habits: strong }),
  fair("up 200 ms, down 20 ms, against 40 ms", {
    lines: [line(220, 10, { upMs: 200 }), line(40, 10)],
    habits: strong,
  }),
  fair("30 Hz against 240 Hz at 100 ms, clocks 200 ppm apart", {
    lines: both(line(100, 20)),
    habits: average,
    frameMs: hz(30, 240),
    clockPpm: [-200, 200],
  }),
  fair(
    "Wi-Fi bursts at 40 ms, strong",
    { lines: both(line(40, 10, { bursts: BURSTS })), habits: strong },
    {
      overturned: 0,
      ball: 0.05,
      own: 0,
    },
  ),
  fair(
    "Wi-Fi bursts at 120 ms, strong",
    { lines: both(line(120, 10, { bursts: BURSTS })), habits: strong },
    {
      overturned: 0,
      ball: 0.05,
      own: 0,
    },
  ),
  fair(
    "150 ms ±30, 1 % stalled by 200 ms",
    { lines: both(STALLING), habits: average },
    {
      overturned: 0.3,
      ball: 0.45,
      own: 1.5,
    },
  ),
  fair(
    "150 ms ±30, 1 % stalled by 200 ms, strong",
    { lines: both(STALLING), habits: strong },
    {
      overturned: 0.8,
      ball: 0.8,
      own: 1.7,
    },
  ),
  fair(
    "1 % loss at 60 ms",
    { lines: both(line(60, 10, LOSSY)), habits: average },
    {
      overturned: 0.35,
      ball: 0.75,
      own: 2.3,
    },
  ),
  fair(
    "1 % loss at 60 ms, strong",
    { lines: both(line(60, 10, LOSSY)), habits: strong },
    {
      overturned: 0.8,
      ball: 1.3,
      own: 2.5,
    },
  ),
  fair(
    "1 % loss at 150 ms",
    { lines: both(line(150, 10, LOSSY)), habits: average },
    {
      overturned: 1.7,
      ball: 1,
      own: 2.8,
    },
  ),
  fair(
    "1 % loss at 150 ms, strong",
    { lines: both(line(150, 10, LOSSY)), habits: strong },
    {
      overturned: 2.6,
      ball: 1.7,
      own: 3,
    },
  ),
  fair(
    "upload queue of 30 to 400 ms",
    {
      lines: both(line(40, 5, { uploads: { everyMs: 20_000, lastMs: 4000, leastMs: 30, mostMs: 400 } })),
      habits: average,
    },
    { overturned: 1, ball: 1.5, own: 8 },
  ),
  fair(
    "handover of 1.2 s every 20 s",
    { lines: [line(60, 10, { handovers: { everyMs: 20_000, lastMs: 1200 } }), line(60, 10)], habits: average },
    { overturned: 4.5, ball: 3, own: 5 },
    1,
  ),
  fair(
    "clocks that jump, at 80 ms",
    { lines: both(line(80, 10)), habits: average, clocksJump: true },
    {
      overturned: 100,
      ball: 100,
      own: 100,
    },
  ),
];

/** What a result has in a hundred. */
export function sharesOf({ hits, overturned, frames, wrongBall, wrongOwn }: TrialResult): Limits {
  return { overturned: (100 * overturned) / hits, ball: (100 * wrongBall) / frames, own: (100 * wrongOwn) / frames };
}

/** What a result has more of than the line allows; empty when it is fair. */
export function complaints({ most, mostPauses }: FairLine, result: TrialResult): string[] {
  const shares = sharesOf(result);
  const found: string[] = [];
  for (const name of ["overturned", "ball", "own"] as const)
    if (shares[name] > most[name]) found.push(`${name}: ${shares[name].toFixed(3)} of 100, at most ${most[name]}`);
  for (const name of ["falseGoals", "missedGoals", "backwards", "divergences", "odd"] as const)
    if (result[name] > 0) found.push(`${name}: ${result[name]}`);
  const pauses = (result.pauses * 600) / result.seconds;
  if (pauses > mostPauses) found.push(`pauses in 10 minutes: ${pauses.toFixed(2)}, at most ${mostPauses}`);
  return found;
}
