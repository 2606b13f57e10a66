// How slow the machine is right now: the same short piece of work at each start, in two threads at once, because a test and the
// server that it asks want a core each. What shares the machine slows it down, as an old processor or a single core does.

import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** What the work takes on a quiet machine of the usual kind: two cores of a cloud server of 2024. */
const USUAL_MS = 400;
const THREADS = 2;
/** Nobody waits longer than this many times; a machine that is slower still is not fit to test on. */
const MOST = 20;

/** Integers, memory and what the server does most: reading and writing text, and calling. */
const WORK = `
  const { parentPort } = require("node:worker_threads");
  const from = performance.now();
  let state = 1;
  for (let round = 0; round < 6000; round++) {
    const rows = Array.from({ length: 100 }, (_, at) => ({ at, state: (state = Math.imul(state, 1664525) + 1013904223 | 0) }));
    state ^= JSON.parse(JSON.stringify(rows)).reduce((sum, row) => sum ^ row.state, 0);
    state ^= new Map(rows.map((row) => [String(row.state), row])).size;
  }
  parentPort.postMessage(performance.now() - from);
`;

/** At least 1: how many times as long as usual things take. Takes half a second. */
export async function measureSlowness(): Promise<number> {
  const took = await Promise.all(Array.from({ length: THREADS }, workOnce));
  return Math.min(MOST, Math.max(1, ...took.map((ms) => ms / USUAL_MS)));
}

async function workOnce(): Promise<number> {
  const worker = new Worker(WORK, { eval: true });
  const [ms] = (await once(worker, "message")) as [number];
  return ms;
}
