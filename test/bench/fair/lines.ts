// How honest play is on each line: its hits, frames, goals and worlds against the recordings.

import { FUMBLER } from "../../../loadtest/human.ts";
import { FAIR_LINES, type FairLine, complaints, sharesOf } from "../../support/fair-lines.ts";
import { type TrialPool, pooled } from "./pool.ts";

export interface Extent {
  readonly seeds: number;
  /** Of each seed, at least. */
  readonly hits: number;
  /** Short ones besides, in which only the worlds of both sides are compared. */
  readonly matches: number;
}

/** Short matches for comparing worlds are played in so many trials. */
const COMPARED_IN = 5;

/** @returns what is not as it should be */
export async function reportLines(pool: TrialPool, seed: number, extent: Extent): Promise<string[]> {
  console.log("Per 100 own hits or frames; goals, worlds and pauses as counts.\n");
  console.log(
    "| line | own hits overturned | ball wrong | own paddle wrong | the other's wrong | false goals | worlds apart | pauses |",
  );
  console.log("|---|---|---|---|---|---|---|---|");
  const found = await Promise.all(FAIR_LINES.map((line) => reportLine(pool, line, seed, extent)));
  for (const { row } of found) console.log(row);
  console.log("");
  return found.flatMap(({ wrong }) => wrong);
}

async function reportLine(
  pool: TrialPool,
  line: FairLine,
  seed: number,
  { seeds, hits, matches }: Extent,
): Promise<{ row: string; wrong: string[] }> {
  const watched = Array.from({ length: seeds }, (_, at) => pool.run({ ...line.trial, hits, seed: seed * 1000 + at }));
  // By players who miss most balls: the lines and the presses count, not the rallies.
  const each = { matches: Math.ceil(matches / COMPARED_IN), hits: 0, habits: [FUMBLER, FUMBLER] } as const;
  const compared = Array.from({ length: matches === 0 ? 0 : COMPARED_IN }, (_, at) =>
    pool.run({
      ...line.trial,
      ...each,
      seed: seed * 2000 + at,
      isWatched: false,
      pointsToWin: 3,
    }),
  );
  const result = pooled(await Promise.all(watched));
  const others = await Promise.all(compared);
  const apart = others.reduce((sum, { divergences }) => sum + divergences, result.divergences);
  const compares = others.reduce((sum, one) => sum + one.matches, result.matches) * 2;
  const wrong = complaints(line, result).map((what) => `${line.title}: ${what}`);
  if (apart > result.divergences) wrong.push(`${line.title}: ${apart} worlds apart in short matches`);
  const { overturned, ball, own } = sharesOf(result);
  const other = (100 * result.wrongOther) / result.frames;
  const cells = [
    line.title,
    ...[overturned, ball, own, other].map((share) => share.toFixed(share === 0 ? 0 : 2)),
    `${result.falseGoals}`,
    `${apart} of ${compares}`,
    `${result.pauses} in ${(result.seconds / 60).toFixed(0)} min`,
  ];
  return { row: `| ${cells.join(" | ")} |`, wrong };
}
