// `npm test`: everything that has to hold, as many steps at once as keep the machine's cores busy. Each runs whatever came of the others;
// failures are printed at once and again at the end, and the last line counts all. `--unit` runs only the tests that need
// nothing but their own process, `--check` these and what looks at the sources (`npm run check`).

import { availableParallelism } from "node:os";
import { CostMeter } from "./testing/cost.ts";
import { costReport } from "./testing/cost-report.ts";
import { CHROMIUM, NGINX, POSTGRES, REDIS, findOrInstall } from "./testing/install-debian.ts";
import { type Lane, LANES, testFiles } from "./testing/lanes.ts";
import { memoryFolder } from "./testing/memory-folder.ts";
import { startPostgres } from "./testing/postgres.ts";
import { type PoolStep, runPool } from "./testing/run-pool.ts";
import { type Outcome, runMocha, runScript, stopSteps } from "./testing/run-step.ts";
import { measureSlowness } from "./testing/slowness.ts";

type Step = PoolStep<Outcome>;

/** On CI, a skipped test and a forgotten `.only` are failures. */
const isCI = /^(?:1|true)$/u.test(process.env["CI"] ?? "");
/** On a quiet machine of the usual kind. What takes longer hangs. */
const SCRIPT_MINUTES = 4;
const LANE_MINUTES = 15;
const TEST_SECONDS = 240;

let signals = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
process.once("exit", stopSteps);
// Nobody reads any more.
process.stdout.once("error", () => process.exit(1));

const meter = new CostMeter();
const unitOnly = process.argv.includes("--unit");
const checkOnly = process.argv.includes("--check");
const needsNothing = unitOnly || checkOnly;
const cores = availableParallelism();
const slowness = await measureSlowness();
console.log(`${cores} cores; things take ${slowness.toFixed(1)} times as long as usual.`);
const surroundings = needsNothing ? {} : { ...findOrInstall([CHROMIUM, POSTGRES, REDIS, NGINX]), ...memoryFolder() };
const cluster = await startCluster();
const env = { ...surroundings, ...cluster?.env, RALLY_SLOWNESS: String(slowness) };
const files = testFiles();

const script = (title: string, line: string): Step => {
  return { load: 1, run: () => runScript({ title, mostMinutes: SCRIPT_MINUTES * slowness }, line) };
};
const tests = (lane: Lane): Step => {
  const options = ["--timeout", String(Math.ceil(TEST_SECONDS * 1000 * slowness)), ...(isCI ? ["--forbid-only"] : [])];
  const { title, load } = LANES[lane];
  if (files[lane].length === 0) throw new Error(`${title} has no tests: mocha would run those of others.`);
  const step = { title, mostMinutes: LANE_MINUTES * slowness, env };
  return { load, run: () => runMocha(step, [...options, ...files[lane]]) };
};

/** What is found in the sources alone, what takes longest first. */
function checks(): Step[] {
  return [tests("unit"), script("Types", "types"), script("Lint", "lint"), script("Format", "format:check")];
}

/** The client is built first, since pages are tested as they are served; then what fails soonest. */
function together(): Step[] {
  const client = Promise.withResolvers<void>();
  const build = script("Client", "build -- --if-stale");
  async function buildFirst(): Promise<Outcome> {
    const outcome = await build.run();
    client.resolve();
    return outcome;
  }
  const lanes = (Object.keys(LANES) as Lane[]).filter((lane) => lane !== "unit" && !LANES[lane].isAlone);
  return [
    { ...build, run: buildFirst },
    script("Format", "format:check"),
    script("Types", "types"),
    script("Lint", "lint"),
    tests("unit"),
    ...lanes.map((lane) => {
      const step = tests(lane);
      return { ...step, run: () => client.promise.then(step.run) };
    }),
  ];
}

const alone = (Object.keys(LANES) as Lane[]).filter((lane) => LANES[lane].isAlone);
const steps = unitOnly ? [tests("unit")] : checkOnly ? checks() : together();
const outcomes = await runPool(steps, cores);
if (!needsNothing) outcomes.push(...(await runPool(alone.map(tests), 1)));
await cluster?.stop();

const total = { passed: 0, failed: 0, skipped: 0 };
for (const { counts } of outcomes) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(`\n${costReport(outcomes, meter.soFar()).join("\n")}`);
const failures = outcomes.flatMap((outcome) => outcome.failures);
if (failures.length > 0) console.error(`\nFAILED:\n  ${failures.join("\n  ")}`);
if (total.skipped > 0) console.warn(`\nSKIPPED ${total.skipped} tests${isCI ? ", which CI counts as failed" : ""}.`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exitCode = total.failed > 0 || total.passed === 0 || (isCI && total.skipped > 0) ? 1 : 0;

/** Ends what runs; then this run ends by itself, or, asked again, at once. Either way it cleans up. */
function stop(): void {
  stopSteps();
  if (signals++ > 0) process.exit(130);
}

/** The one PostgreSQL of the run; null where there is none, and whoever needs it is skipped. */
async function startCluster() {
  const bin = (surroundings as Readonly<Record<string, string>>)["RALLY_POSTGRES_BIN"];
  if (bin === undefined) return null;
  const temporary = (surroundings as Readonly<Record<string, string>>)["TMPDIR"];
  const postgres = await startPostgres(bin, temporary);
  // Should this run break off.
  postgres.stopAtExit();
  return { env: { RALLY_POSTGRES_URL: postgres.url }, stop: () => postgres.stop() };
}
