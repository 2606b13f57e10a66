// Mocha's usual report, which also leaves the counts in the file that RALLY_TEST_COUNTS names. Without such a file a run
// that broke off half way could not be told from a good one.

import { writeFileSync } from "node:fs";
import mocha from "mocha";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

class CountingReporter extends mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once("end", () => {
      const counts: Counts = { passed: this.stats.passes, failed: this.stats.failures, skipped: this.stats.pending };
      writeFileSync(process.env["RALLY_TEST_COUNTS"] ?? "/dev/null", JSON.stringify(counts));
    });
  }
}

// Mocha loads a reporter with require().
export { CountingReporter as "module.exports" };
