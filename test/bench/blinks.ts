// Nobody is kept out of their own match: `npm run bench:blinks` (2 minutes; `-- SEED`, `-- --quick`). 60 tables side by side, five blinks
// of a line at each, while the opponent and a stranger ask for places there all the time.

import { tellResult } from "../../loadtest/node-process.ts";
import { playBlinking } from "../support/blinking-tables.ts";
import { startServer } from "../support/server.ts";

const TABLES = process.argv.includes("--quick") ? 15 : 60;
const BLINKS = 5;
/** Back within this, every time. */
const MOST_MS = 2000;

const seed = Number(process.argv.slice(2).find((word) => /^\d+$/u.test(word)) ?? 1);
console.log(`seed ${seed}: ${TABLES} tables, ${BLINKS} blinks of a line at each`);
const server = await startServer();
try {
  const { awayMs, losses, strangers, tenants, surprises } = await playBlinking(server.url, {
    tables: TABLES,
    blinks: BLINKS,
    seed,
  });
  const sorted = awayMs.toSorted((a, b) => a - b);
  const [median, p99, worst] = [0.5, 0.99, 1].map((share) => sorted[Math.ceil(share * sorted.length) - 1]!);
  console.log(
    `back after ${median!.toFixed(0)} ms (median), ${p99!.toFixed(0)} ms (p99), ${worst!.toFixed(0)} ms (worst)`,
  );
  console.log(`places asked for meanwhile: ${strangers} by strangers, ${tenants} by players`);
  for (const line of [...losses, ...surprises]) console.log(`NOT RIGHT: ${line}`);
  tellResult({ blinks: sorted.length, median, p99, worst, losses: losses.length, surprises: surprises.length }, 0);
  process.exitCode = worst! <= MOST_MS && losses.length + surprises.length === 0 ? 0 : 1;
} finally {
  await server.remove();
}
