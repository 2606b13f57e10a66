// `npm test`: everything that has to hold, in the order of how soon it tells. Each step runs whatever came of the ones
// before it, and the last line counts them all.

import { CHROMIUM, POSTGRES, findOrInstall } from "./install-debian.ts";
import { runCommand, runMocha } from "./run-step.ts";

/** Where nobody reads along, a skipped test and a forgotten `.only` are failures. */
const isCI = process.env["CI"] === "true";
const strict = isCI ? "--forbid-only" : "";

const AFTER_BUILD = ["test/client-size.test.ts", "'test/end-to-end/**/*.test.ts'"];
const BEFORE_BUILD = ["'test/**/*.test.ts'", ...AFTER_BUILD.map((files) => `--exclude ${files}`)];

const programs = findOrInstall([CHROMIUM, POSTGRES]);

const steps = [
  () => runCommand("Format", "npm run --silent format:check"),
  () => runCommand("Lint", "npm run --silent lint"),
  () => runCommand("Types", "npm run --silent types"),
  () => runMocha("Unit tests", `${strict} ${BEFORE_BUILD.join(" ")}`, programs),
  () => runCommand("Client", "npm run --silent build -- --if-stale"),
  () => runMocha("End to end", `${strict} --timeout 60000 ${AFTER_BUILD.join(" ")}`, programs),
];

const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  const { passed, failed, skipped } = step();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

if (total.skipped > 0) console.warn(`\nSKIPPED ${total.skipped} tests${isCI ? ", which CI counts as failed" : ""}.`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exitCode = total.failed > 0 || total.passed === 0 || (isCI && total.skipped > 0) ? 1 : 0;
