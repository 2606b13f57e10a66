// The table that nobody publishes: how honest play is on lines that people have, and who wins by a line, a screen or a lie.
// `npm run bench:fair -- [SEED]` (some 20 minutes on two cores), with `--quick` a look of 45 s. What it prints is docs/fairness.md.

import { tellResult } from "../../../loadtest/node-process.ts";
import { reportDuels } from "./duels.ts";
import { reportLines } from "./lines.ts";
import { TrialPool } from "./pool.ts";

const isQuick = process.argv.includes("--quick");
const seed = Number(process.argv.slice(2).find((word) => /^\d+$/u.test(word)) ?? 1);
console.log(`seed ${seed}${isQuick ? ", quick" : ""}\n`);

const pool = new TrialPool();
try {
  const lines = await reportLines(
    pool,
    seed,
    isQuick ? { seeds: 1, hits: 100, matches: 0 } : { seeds: 4, hits: 800, matches: 250 },
  );
  const duels = await reportDuels(pool, seed, isQuick ? 8 : 1000);
  const complaints = [...lines, ...duels];
  for (const complaint of complaints) console.log(`NOT FAIR: ${complaint}`);
  tellResult({ seed, complaints: complaints.length }, 0);
  // A quick look is too short to prove anything.
  process.exitCode = isQuick || complaints.length === 0 ? 0 : 1;
} finally {
  pool.close();
}
