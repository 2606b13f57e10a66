// Whether a server that has had many guests is as it was before: `npm run bench:soak` (30 minutes of 200 matches coming and going,
// and some minutes around them), `-- --quick` for a minute of 50.
//
// Everybody comes once and goes before the first census, so that what is made on first use is there at both.

import { setTimeout as wait } from "node:timers/promises";
import { type BenchServer, ask, startBenchServer, startNode, tellResult } from "../node-process.ts";
import type { Census } from "./census.ts";
import type { Visits, VisitorsQuestion } from "./visitors.ts";

const quick = process.argv.includes("--quick");
const MATCHES = quick ? 50 : 200;
const WARM_UP_MS = quick ? 15_000 : 120_000;
const SOAK_MS = quick ? 60_000 : 30 * 60_000;
const LOOK_EVERY_MS = quick ? 15_000 : 120_000;
/** The last rooms wait for those who may come back, and then for those who may want to see the result. */
const EMPTY_WITHIN_MS = 5 * 60_000;
/** What may be left besides: one more segment of a collection's own making, in MB. */
const MOST_HEAP_GROWTH_MB = 4;
/** The queue. */
const LASTING_ROOMS = 1;

const askVisitors = (visitors: Parameters<typeof ask>[0], question: VisitorsQuestion): Promise<Visits> =>
  ask<Visits>(visitors, question);
const takeCensus = (server: BenchServer): Promise<Census> => ask<Census>(server.process, "census");

function print(when: string, census: Census, visits: Visits): void {
  const resources = Object.entries(census.resources).map(([kind, count]) => `${kind} ${count}`);
  const memory = `heap ${census.heapMb.toFixed(1)} external ${census.externalMb.toFixed(1)} rss ${census.rssMb.toFixed(0)} MB`;
  console.log(`${when}: ${visits.gone} pairs gone, ${census.rooms} rooms, ${memory}, ${resources.join(", ")}`);
}

/** Once nobody is there and every match room is gone. */
async function censusOfNobody(server: BenchServer): Promise<Census> {
  for (const endMs = performance.now() + EMPTY_WITHIN_MS; ; await wait(2000)) {
    const census = await takeCensus(server);
    const hasSockets = Object.keys(census.resources).some((kind) => kind === "TCPSocketWrap");
    if (census.rooms === LASTING_ROOMS && !hasSockets) return census;
    if (performance.now() > endMs) {
      console.log(`after ${EMPTY_WITHIN_MS / 1000} s still ${JSON.stringify(census)}`);
      return census;
    }
  }
}

async function run(): Promise<void> {
  const server = await startBenchServer([
    "--expose-gc",
    "--import=./loadtest/soak/census.ts",
    "game-server/app/main.ts",
  ]);
  const visitors = startNode(["loadtest/soak/visitors.ts", String(server.port)]);
  try {
    await askVisitors(visitors, { matches: MATCHES });
    await wait(WARM_UP_MS);
    const came = await askVisitors(visitors, { matches: 0 });
    const before = await censusOfNobody(server);
    print("before", before, came);
    await askVisitors(visitors, { matches: MATCHES });
    for (const endMs = performance.now() + SOAK_MS; performance.now() < endMs;) {
      await wait(Math.min(LOOK_EVERY_MS, endMs - performance.now()));
      print("meanwhile", await takeCensus(server), await askVisitors(visitors, "visits"));
    }
    const went = await askVisitors(visitors, { matches: 0 });
    const after = await censusOfNobody(server);
    print("after", after, went);
    report(before, after, went.gone - came.gone);
  } finally {
    visitors.kill();
    server.end();
  }
}

function report(before: Census, after: Census, matches: number): void {
  const heapGrowthMb = after.heapMb - before.heapMb;
  const kinds = new Set([...Object.keys(before.resources), ...Object.keys(after.resources)]);
  const changed = [...kinds].filter((kind) => (after.resources[kind] ?? 0) > (before.resources[kind] ?? 0));
  const complaints = changed.map((kind) => `${kind}: ${before.resources[kind] ?? 0} became ${after.resources[kind]}`);
  if (after.rooms > before.rooms) complaints.push(`${after.rooms} rooms are left`);
  if (heapGrowthMb > MOST_HEAP_GROWTH_MB) complaints.push(`the heap grew by ${heapGrowthMb.toFixed(1)} MB`);
  console.log(
    complaints.length === 0 ? "\nEverything ends where it began." : `\nDOES NOT HOLD: ${complaints.join("; ")}`,
  );
  const result = { bench: "soak", quick, matches, heapGrowthMb, complaints, before, after };
  tellResult(result, 2);
  if (complaints.length > 0) process.exitCode = 1;
}

await run();
