// Findings of all players under a link condition put together, and printed as a row of the table.

import { LINK_CONDITIONS, type LinkCondition } from "./conditions.ts";
import type { Findings } from "./judge.ts";

/** What is promised under the gate's conditions; README and docs/performance.md. */
const MOST_WRONG = 0.001;
const MOST_OVER_LINE_MS = 40;
const MOST_CLOCK_ERROR_MS = 5;

export interface Row {
  readonly line: string;
  readonly hits: number;
  readonly overturned: number;
  readonly frames: number;
  readonly leftOutShare: number;
  readonly wrongShare: number;
  readonly plainWrongShare: number;
  readonly keyChanges: number;
  readonly uncounted: number;
  readonly ownTicks: number;
  readonly toScreenP50: number;
  readonly toScreenP95: number;
  /** What p95 may be. */
  readonly toScreenMost: number;
  readonly clockP50: number;
  readonly clockP95: number;
  /** TCP payload a player a second. */
  readonly downBytes: number;
  readonly upBytes: number;
  readonly matches: number;
  readonly misrecorded: number;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).toSorted();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function summarize(line: LinkCondition, found: readonly Findings[], bytes: { down: number; up: number }): Row {
  const sum = (of: (one: Findings) => number): number => found.reduce((total, one) => total + of(one), 0);
  const frames = sum((one) => one.frames);
  const leftOut = sum((one) => one.leftOut);
  const toScreen = found.flatMap((one) => one.toScreenMs);
  const clock = found.flatMap((one) => one.clockErrorMs);
  return {
    line: line.name,
    hits: sum((one) => one.hits),
    overturned: sum((one) => one.overturned),
    frames,
    leftOutShare: leftOut / (frames + leftOut),
    wrongShare: sum((one) => one.wrong) / frames,
    plainWrongShare: sum((one) => one.plainWrong) / frames,
    keyChanges: sum((one) => one.keyChanges),
    uncounted: sum((one) => one.uncounted),
    ownTicks: Math.max(...found.map((one) => one.ownTicks)),
    toScreenP50: percentile(toScreen, 0.5),
    toScreenP95: percentile(toScreen, 0.95),
    toScreenMost: line.roundTripMs + 2 * line.jitterMs + MOST_OVER_LINE_MS,
    clockP50: percentile(clock, 0.5),
    clockP95: percentile(clock, 0.95),
    downBytes: bytes.down,
    upBytes: bytes.up,
    // Each match has been judged from both sides.
    matches: sum((one) => one.matches) / 2,
    misrecorded: sum((one) => one.misrecorded),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(3)} %`;

const COLUMNS: readonly (readonly [title: string, cell: (row: Row) => string])[] = [
  ["line", (row) => row.line],
  ["own hits overturned", (row) => `${row.overturned} of ${row.hits}`],
  ["wrong frames", (row) => percent(row.wrongShare)],
  ["by plain rollback", (row) => percent(row.plainWrongShare)],
  ["frames, left out", (row) => `${row.frames}, ${(row.leftOutShare * 100).toFixed(1)} %`],
  ["key to own paddle", (row) => `${row.ownTicks} ticks (${row.keyChanges - row.uncounted} of ${row.keyChanges} keys)`],
  [
    "to the other's screen p50 p95 (at most)",
    (row) => `${row.toScreenP50.toFixed(0)} ${row.toScreenP95.toFixed(0)} (${row.toScreenMost}) ms`,
  ],
  ["clock p50 p95", (row) => `${row.clockP50.toFixed(1)} ${row.clockP95.toFixed(1)} ms`],
  ["bytes/s down up", (row) => `${row.downBytes.toFixed(0)} ${row.upBytes.toFixed(0)}`],
  ["matches as recorded", (row) => `${row.matches - row.misrecorded} of ${row.matches}`],
];

export function printTable(rows: readonly Row[]): void {
  const cells = rows.map((row) => COLUMNS.map(([, cell]) => cell(row)));
  const widths = COLUMNS.map(([title], at) => Math.max(title.length, ...cells.map((row) => row[at]!.length)));
  const print = (texts: readonly string[]): void =>
    console.log(texts.map((text, at) => (at === 0 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!))).join("  "));
  print(COLUMNS.map(([title]) => title));
  for (const row of cells) print(row);
}

/** The broken promises, in words. */
export function broken(rows: readonly Row[]): string[] {
  return rows.flatMap((row, at) => {
    const { isGate, jitterMs, stalls } = LINK_CONDITIONS[at]!;
    const says: [boolean, string][] = [
      [row.misrecorded > 0, `${row.misrecorded} matches are not what was recorded`],
      [!stalls && row.overturned > 0, `${row.overturned} own hits were overturned`],
      [isGate && !(row.wrongShare <= MOST_WRONG), `${percent(row.wrongShare)} of the frames were wrong`],
      [!stalls && row.ownTicks > 0, `a key took ${row.ownTicks} ticks to the own paddle`],
      [!stalls && row.uncounted > 0, `${row.uncounted} key changes did not count`],
      [isGate && !(row.toScreenP95 <= row.toScreenMost), `a key took ${row.toScreenP95.toFixed(0)} ms to the other`],
      [jitterMs === 0 && !(row.clockP95 <= MOST_CLOCK_ERROR_MS), `the clock was ${row.clockP95.toFixed(1)} ms off`],
    ];
    return says.filter(([isBroken]) => isBroken).map(([, what]) => `${row.line}: ${what}`);
  });
}
