// Mocha's usual report, which also leaves the counts in the file that RALLY_TEST_COUNTS names. Without such a file a run
// that broke off half way could not be told from a good one.

import { writeFileSync } from "node:fs";
import mocha from "mocha";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** How long servers and browsers may take to go after the last test. */
const FAREWELL_SECONDS = 15;

class CountingReporter extends mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once("end", () => {
      const counts: Counts = { passed: this.stats.passes, failed: this.stats.failures, skipped: this.stats.pending };
      writeFileSync(process.env["RALLY_TEST_COUNTS"] ?? "/dev/null", JSON.stringify(counts));
      setTimeout(leave, FAREWELL_SECONDS * 1000).unref();
    });
  }
}

/** Comes to be called only where something keeps the process alive. */
function leave(): void {
  console.error(`Still open after the last test: ${process.getActiveResourcesInfo().join(", ")}`);
  process.exit(1);
}

// Mocha loads a reporter with require().
export { CountingReporter as "module.exports" };
