// How many matches one core holds, beside the conventional room: `npm run bench:load` (6 minutes), `-- --quick` for one point
// each. What was tuned with it: docs/performance.md.
//
// One server process at a time is pinned to one core and the bots to another; matches are added until ticks come late. What is
// compared: our match room (presses relayed as they come) with the baseline room patched at 60 and at 20 Hz.

import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import type { Traffic } from "./load-bots.ts";
import { ask, startBenchServer, startNode, tellResult } from "./node-process.ts";
import type { Reading } from "./probe.ts";

const SERVER_CORE = 1;
const BOTS_CORE = 0;
/** A core is full when the latest hundredth of its ticks comes later than this. */
const LATE_MS = 16;
const quick = process.argv.includes("--quick");
const SETTLE_MS = quick ? 2000 : 3000;
const WINDOW_MS = quick ? 3500 : 8000;

interface Contender {
  readonly name: string;
  readonly kind: "rally" | "baseline";
  readonly server: readonly string[];
  /** Numbers of matches that are tried. */
  readonly steps: readonly number[];
}

const baseline = (hz: number): string[] => ["loadtest/baseline/main.ts", String(hz)];

const CONTENDERS: readonly Contender[] = [
  {
    name: "baseline 60 Hz",
    kind: "baseline",
    server: baseline(60),
    steps: quick ? [150] : [150, 300, 400, 500, 600, 700],
  },
  {
    name: "baseline 20 Hz",
    kind: "baseline",
    server: baseline(20),
    steps: quick ? [300] : [300, 700, 900, 1100, 1300, 1500],
  },
  {
    name: "rally",
    kind: "rally",
    server: ["game-server/app/main.ts"],
    steps: quick ? [500] : [400, 1400, 2000, 2300, 2600, 2900, 3200],
  },
];

interface Point extends Reading {
  readonly matches: number;
  /** Payload a player a second. */
  readonly downBytes: number;
  readonly upBytes: number;
  /** A player a second. */
  readonly keyChanges: number;
}

interface Result {
  readonly name: string;
  readonly points: readonly Point[];
  /** Matches at which p99 passes LATE_MS; by the share of the core when it never did. */
  readonly capacity: number;
  readonly isExtrapolated: boolean;
}

async function measure(server: ChildProcess, bots: ChildProcess): Promise<Point> {
  await wait(SETTLE_MS);
  server.send("measure");
  const before = await ask<Traffic>(bots, "traffic");
  const sinceMs = performance.now();
  await wait(WINDOW_MS);
  const reading = await ask<Reading>(server, "read");
  const after = await ask<Traffic>(bots, "traffic");
  const seconds = (performance.now() - sinceMs) / 1000;
  const players = after.matches * 2;
  return {
    ...reading,
    matches: after.matches,
    downBytes: (after.downBytes - before.downBytes) / players / seconds,
    upBytes: (after.upBytes - before.upBytes) / players / seconds,
    keyChanges: (after.keyChanges - before.keyChanges) / players / seconds,
  };
}

async function run(contender: Contender): Promise<Result> {
  const server = await startBenchServer(["--import=./loadtest/probe.ts", ...contender.server], SERVER_CORE);
  const points: Point[] = [];
  try {
    const bots = startNode(["loadtest/load-bots.ts", contender.kind, String(server.port)], { core: BOTS_CORE });
    bots.stdout?.resume();
    for (const matches of contender.steps) {
      await ask<Traffic>(bots, { add: matches - (points.at(-1)?.matches ?? 0) });
      const point = await measure(server.process, bots);
      points.push(point);
      print(contender.name, point);
      if (point.latenessP99 > LATE_MS) break;
    }
    bots.kill();
  } finally {
    server.end();
  }
  return { name: contender.name, points, ...capacityOf(points) };
}

/** Where the line between the last good point and the first late one passes LATE_MS. */
function capacityOf(points: readonly Point[]): { capacity: number; isExtrapolated: boolean } {
  const late = points.findIndex((point) => point.latenessP99 > LATE_MS);
  if (late < 0) {
    const last = points.at(-1)!;
    return { capacity: last.matches / last.cpu, isExtrapolated: true };
  }
  if (late === 0) return { capacity: points[0]!.matches * (LATE_MS / points[0]!.latenessP99), isExtrapolated: true };
  const [a, b] = [points[late - 1]!, points[late]!];
  const share = (LATE_MS - a.latenessP99) / (b.latenessP99 - a.latenessP99);
  return { capacity: a.matches + (b.matches - a.matches) * share, isExtrapolated: false };
}

/** How much more memory one more match takes, in kB; null when there is but one point. */
function memoryPerMatch({ points }: Result): number | null {
  const [first, last] = [points[0]!, points.at(-1)!];
  return first === last ? null : ((last.rssMb - first.rssMb) * 1024) / (last.matches - first.matches);
}

function print(name: string, point: Point): void {
  const cells = [
    name.padEnd(15),
    `${point.matches} matches`.padStart(13),
    `cpu ${(point.cpu * 100).toFixed(1)} %`.padStart(11),
    `late p50 ${point.latenessP50.toFixed(1)} p99 ${point.latenessP99.toFixed(1)} max ${point.latenessMax.toFixed(0)} ms`,
    `rss ${point.rssMb.toFixed(0)} MB`,
    `down ${point.downBytes.toFixed(0)} up ${point.upBytes.toFixed(0)} B/s and ${point.keyChanges.toFixed(1)} key changes/s a player`,
  ];
  console.log(cells.join("  "));
}

const results: Result[] = [];
for (const contender of CONTENDERS) results.push(await run(contender));

const [sixty, twenty, rally] = results as [Result, Result, Result];
console.log("");
for (const result of results) {
  const { name, capacity, isExtrapolated, points } = result;
  const [first] = points;
  const cells = [
    `${name}: ${Math.round(capacity)} matches a core${isExtrapolated ? " (extrapolated)" : ""}`,
    `${((first!.cpu / first!.matches) * 1e6).toFixed(0)} µs of CPU a match a second`,
  ];
  const growth = memoryPerMatch(result);
  if (growth !== null) cells.push(`${growth.toFixed(0)} kB of memory a match`);
  console.log(cells.join(", "));
}
const bytesOf = (result: Result): number => result.points[0]!.downBytes;
const ratios = {
  matchesOver60Hz: rally.capacity / sixty.capacity,
  matchesOver20Hz: rally.capacity / twenty.capacity,
  bytesUnder60Hz: bytesOf(sixty) / bytesOf(rally),
  bytesUnder20Hz: bytesOf(twenty) / bytesOf(rally),
};
tellResult({ bench: "load", quick, ...ratios, results }, 3);
