// `npm test`: everything that has to hold, in the order of how soon it tells. Each step runs whatever came of the ones
// before it, and the last line counts them all. `--unit` runs only the tests that need nothing but this process.

import { CHROMIUM, POSTGRES, findOrInstall } from "./install-debian.ts";
import { runCommand, runMocha } from "./run-step.ts";

/** Where nobody reads along, a skipped test and a forgotten `.only` are failures. */
const isCI = process.env["CI"] === "true";
const strict = isCI ? "--forbid-only" : "";

/** Tests that start servers, databases or a browser, or decode many pictures: seconds each. */
const WITH_PROCESSES = [
  "'test/admin/**/*.test.ts'",
  "'test/avatars/**/*.test.ts'",
  "'test/db/**/*.test.ts'",
  "'test/game-server/**/*.test.ts'",
  "test/client/scene.test.ts",
  "test/client/sound.test.ts",
  "'test/rooms/*.test.ts'",
];
/** Tests of the built client and of all together. */
const AFTER_BUILD = ["test/client-size.test.ts", "'test/end-to-end/**/*.test.ts'"];
const UNIT = ["'test/**/*.test.ts'", ...[...WITH_PROCESSES, ...AFTER_BUILD].map((files) => `--exclude ${files}`)];

const unitOnly = process.argv.includes("--unit");
const programs = unitOnly ? {} : findOrInstall([CHROMIUM, POSTGRES]);
const mocha = (title: string, args: readonly string[]) => runMocha(title, `${strict} ${args.join(" ")}`, programs);
const unit = () => mocha("Unit tests", UNIT);

const all = [
  () => runCommand("Format", "npm run --silent format:check"),
  () => runCommand("Lint", "npm run --silent lint"),
  () => runCommand("Types", "npm run --silent types"),
  unit,
  () => mocha("With servers, databases and a browser", WITH_PROCESSES),
  () => runCommand("Client", "npm run --silent build -- --if-stale"),
  () => mocha("End to end", ["--timeout 60000", ...AFTER_BUILD]),
];

const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of unitOnly ? [unit] : all) {
  const { passed, failed, skipped } = step();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

if (total.skipped > 0) console.warn(`\nSKIPPED ${total.skipped} tests${isCI ? ", which CI counts as failed" : ""}.`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exitCode = total.failed > 0 || total.passed === 0 || (isCI && total.skipped > 0) ? 1 : 0;
