// `npm run bench:matchmaking`: whether the queue is fair, over a simulated day of 10,000 players, and what pairing costs.
// `-- --quick`: 3,000 players. Exits with 1 when something promised does not hold. Ends with one line: RESULT {json}.

import { Dice } from "./dice.ts";
import { WAITING, measurePairing } from "./pairing-cost.ts";
import { type Day, simulateDay } from "./simulated-day.ts";
import { type SimulatedPlayer, RATED_AFTER, createPlayers } from "./simulated-player.ts";
import { tellResult } from "../node-process.ts";

const LEAST_CORRELATION = 0.95;
const MOST_PAIRING_MS = 20;
const quick = process.argv.includes("--quick");
const PLAYERS = quick ? 3_000 : 10_000;

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Pearson's, of true strength and rating after RATED_AFTER games. */
function correlation(players: readonly SimulatedPlayer[]): number {
  const pairs = players.flatMap(({ strength, settled }) => (settled === null ? [] : [[strength, settled] as const]));
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

function summary(day: Day, players: readonly SimulatedPlayer[]) {
  return {
    players: PLAYERS,
    matches: day.matches,
    longestLine: day.longestLine,
    medianGap: quantile(day.gaps, 0.5),
    p95Gap: quantile(day.gaps, 0.95),
    medianWaitSeconds: quantile(day.waits, 0.5),
    p95WaitSeconds: quantile(day.waits, 0.95),
    longestWaitSeconds: quantile(day.waits, 1),
    rated: players.filter(({ settled }) => settled !== null).length,
    correlation: correlation(players),
    blockedPairs: day.blockedPairs,
    thirdTimes: day.thirdTimes,
    starved: day.starved,
  };
}

const dice = new Dice(20_261_127);
const players = createPlayers(PLAYERS, dice);
const result = summary(simulateDay(players, dice), players);
// The first rounds are the compiler's.
measurePairing(5);
const cost = measurePairing(quick ? 20 : 60);

console.log(`A day of ${PLAYERS} players, true strengths 1500 ± 300:`);
console.log(`  ${result.matches} matches; at most ${result.longestLine} in line`);
console.log(`  rating gap of pairs: median ${result.medianGap.toFixed(0)}, p95 ${result.p95Gap.toFixed(0)}`);
console.log(
  `  wait: median ${result.medianWaitSeconds} s, p95 ${result.p95WaitSeconds} s, longest ${result.longestWaitSeconds} s`,
);
console.log(
  `  correlation of rating and true strength after ${RATED_AFTER} games: ${result.correlation.toFixed(4)} (${result.rated} players)`,
);
console.log(
  `  blocked pairs ${result.blockedPairs}, third times in a row ${result.thirdTimes}, starved ${result.starved}`,
);
console.log(
  `Pairing ${WAITING} who wait: median ${cost.medianMs.toFixed(2)} ms, worst ${cost.worstMs.toFixed(2)} ms, ${cost.pairs} pairs; ` +
    `everybody against everybody ${cost.naiveMs.toFixed(0)} ms (${(cost.naiveMs / cost.medianMs).toFixed(0)} times)`,
);

const broken = [
  ...(result.correlation >= LEAST_CORRELATION ? [] : [`correlation ${result.correlation.toFixed(4)}`]),
  ...(result.blockedPairs === 0 ? [] : [`${result.blockedPairs} blocked pairs`]),
  ...(result.thirdTimes === 0 ? [] : [`${result.thirdTimes} third times`]),
  ...(result.starved === 0 ? [] : [`${result.starved} starved`]),
  ...(cost.medianMs < MOST_PAIRING_MS ? [] : [`pairing takes ${cost.medianMs.toFixed(1)} ms`]),
];
for (const what of broken) console.error(`BROKEN: ${what}`);
process.exitCode = broken.length > 0 ? 1 : 0;

tellResult({ bench: "matchmaking", quick, broken, ...result, cost }, 4);
