// Who wins: equals of whom one has a worse line or screen, or lies.

import { DUELS, type Duel, trialOf } from "../../support/fair-duels.ts";
import { wilson } from "./interval.ts";
import { type TrialPool, pooled } from "./pool.ts";

/** An even pair is within these, and its interval contains a half; a lie gains no more than the upper one. */
const LEAST_EVEN = 0.475;
const MOST_EVEN = 0.525;
const ENOUGH = 500;
/** A trial is so many matches long, so that all cores have something to do until the end. */
const MATCHES_A_TRIAL = 25;

/**
 * @param matches of each pair; half of them with sides swapped
 * @returns what is not as it should be, where there were enough to tell
 */
export async function reportDuels(pool: TrialPool, seed: number, matches: number): Promise<string[]> {
  console.log("Share of points of the one who is named first, among strong equals.\n");
  console.log("| one | wins | 95 % | points | matches |");
  console.log("|---|---|---|---|---|");
  const wrong: string[] = [];
  for (const found of await Promise.all(DUELS.map((duel, at) => play(pool, duel, seed * 100 + at, matches)))) {
    console.log(found.row);
    if (matches >= ENOUGH) wrong.push(...found.wrong);
  }
  console.log("");
  return wrong;
}

async function play(pool: TrialPool, duel: Duel, seed: number, matches: number) {
  const trials = Math.max(1, Math.round(matches / 2 / MATCHES_A_TRIAL));
  const each = Math.ceil(matches / 2 / trials);
  const half = async (isSwapped: boolean) => {
    const seeds = Array.from({ length: trials }, (_, at) => seed * 1000 + at + (isSwapped ? trials : 0));
    const result = pooled(await Promise.all(seeds.map((one) => pool.run(trialOf(duel, isSwapped, each, one)))));
    return { points: isSwapped ? result.points.toReversed() : result.points, matches: result.matches };
  };
  const [one, other] = await Promise.all([half(false), half(true)]);
  const won = one.points[0]! + other.points[0]!;
  const all = won + one.points[1]! + other.points[1]!;
  const share = won / all;
  const [low, high] = wilson(won, all);
  const percent = (value: number): string => (100 * value).toFixed(1);
  const cells = [
    duel.title,
    `${percent(share)} %`,
    `${percent(low)} to ${percent(high)}`,
    all,
    one.matches + other.matches,
  ];
  return { row: `| ${cells.join(" | ")} |`, wrong: complaintsOf(duel, share, [low, high]) };
}

function complaintsOf({ title, kind }: Duel, share: number, [low, high]: readonly [number, number]): string[] {
  const isEven = share >= LEAST_EVEN && share <= MOST_EVEN && low <= 0.5 && high >= 0.5;
  const isWrong = kind === "even" ? !isEven : kind === "lie" && share > MOST_EVEN;
  return isWrong ? [`${title}: ${(100 * share).toFixed(1)} % of the points`] : [];
}
