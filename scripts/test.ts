// `npm test`: everything that has to hold, in the order of how soon it tells. Each step runs whatever came of the ones
// before it, and the last line counts them all. `--unit` runs only the tests that need nothing but this process.

import type { Counts } from "./counting-reporter.ts";
import { CHROMIUM, POSTGRES, REDIS, findOrInstall } from "./install-debian.ts";
import { memoryFolder } from "./memory-folder.ts";
import { runCommand, runMocha, stopSteps } from "./run-step.ts";
import { type Lane, testFiles } from "./test-lanes.ts";

type Step = () => Promise<Counts>;

/** Where nobody reads along, a skipped test and a forgotten `.only` are failures. */
const isCI = process.env["CI"] === "true";
const strict = isCI ? "--forbid-only" : "";

const unitOnly = process.argv.includes("--unit");
const surroundings = unitOnly ? {} : { ...findOrInstall([CHROMIUM, POSTGRES, REDIS]), ...memoryFolder() };
const files = testFiles();
const total: Counts = { passed: 0, failed: 0, skipped: 0 };

const command = (title: string, line: string): Step => {
  return () => runCommand(title, `npm run --silent ${line}`);
};
const tests = (title: string, lane: Lane, options = ""): Step => {
  return () => runMocha(title, [strict, options, ...files[lane]].join(" "), surroundings);
};
const unit = tests("Unit tests", "unit");

/** One after the other: sequences of steps that run side by side. */
const all: readonly (readonly (readonly Step[])[])[] = [
  [[command("Format", "format:check"), command("Lint", "lint")], [command("Types", "types")]],
  [[unit], [command("Client", "build -- --if-stale")]],
  [
    [tests("Rooms", "rooms")],
    [tests("Servers and databases", "servers")],
    [tests("Accounts", "accounts")],
    [tests("Matches in the built client", "built", "--timeout 60000")],
    [tests("Pages of the built client", "pages", "--timeout 60000")],
  ],
  [[tests("In a browser, with little beside it", "quiet", "--timeout 60000")], [tests("Bytes on the wire", "wire")]],
  [[tests("Alone, with a browser", "alone")]],
];

async function runInTurn(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const { passed, failed, skipped } = await step();
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
}

process.once("SIGINT", stopSteps).once("SIGTERM", stopSteps);
for (const stage of unitOnly ? [[[unit]]] : all) await Promise.all(stage.map(runInTurn));

if (total.skipped > 0) console.warn(`\nSKIPPED ${total.skipped} tests${isCI ? ", which CI counts as failed" : ""}.`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exitCode = total.failed > 0 || total.passed === 0 || (isCI && total.skipped > 0) ? 1 : 0;
