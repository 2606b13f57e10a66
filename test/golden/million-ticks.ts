// The golden numbers of a million ticks of random play. They change only with the rules of play; then RULES_VERSION goes up
// and `node test/golden/accept.ts` writes the new ones, for the reviewer to see.

import { readFile, writeFile } from "node:fs/promises";
import { RULES_VERSION } from "../../pong/rules.ts";
import { type Outcome, playAtRandom } from "../support/random-play.ts";

const FILE = new URL("million-ticks.json", import.meta.url);

export interface Golden {
  readonly rulesVersion: number;
  readonly seed: number;
  readonly ticks: number;
  readonly outcome: Outcome;
}

export async function readGolden(): Promise<Golden> {
  return JSON.parse(await readFile(FILE, "utf8")) as Golden;
}

/** Plays again, as this code plays, and keeps what came out. */
export async function acceptGolden(): Promise<Golden> {
  const { seed, ticks } = { seed: 20_240_711, ticks: 1_000_000 };
  const golden = { rulesVersion: RULES_VERSION, seed, ticks, outcome: playAtRandom(seed, ticks) };
  await writeFile(FILE, `${JSON.stringify(golden, null, 2)}\n`);
  return golden;
}
