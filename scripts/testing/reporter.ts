// Mocha's usual report, which also tells the run that started it, over Node's channel between processes: what failed as soon as it
// does, and at the end how many there were and what each suite cost. Without the end, a run that broke off half way could not
// be told from a good one.

import { relative } from "node:path";
import mocha from "mocha";
import { root } from "../client-sources.ts";
import { type Cost, CostMeter } from "./cost.ts";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface SuiteCost extends Cost {
  readonly file: string;
  readonly title: string;
}

export type StepReport =
  | { readonly kind: "begins"; readonly title: string; readonly counts: Counts }
  | { readonly kind: "failed"; readonly title: string; readonly why: string }
  | { readonly kind: "ended"; readonly counts: Counts; readonly cost: Cost; readonly suites: readonly SuiteCost[] };

/** How long servers and browsers may take to go after the last test. */
const FAREWELL_SECONDS = Number(process.env["RALLY_FAREWELL_SECONDS"] ?? 15);

class TellingReporter extends mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const meter = new CostMeter();
    const suites: SuiteCost[] = [];
    let suiteSoFar = meter.soFar();
    runner.on("suite", (suite) => {
      if (suite.parent?.root === true) suiteSoFar = meter.soFar();
    });
    runner.on("suite end", (suite) => {
      if (suite.parent?.root !== true) return;
      suites.push({ file: relative(root, suite.file ?? ""), title: suite.title, ...meter.since(suiteSoFar) });
    });
    const counts = (): Counts => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      return { passed, failed, skipped };
    };
    runner.on("test", (test) => tell({ kind: "begins", title: test.fullTitle(), counts: counts() }));
    runner.on("fail", (test, error: unknown) => {
      tell({ kind: "failed", title: test.fullTitle(), why: messageOf(error).slice(0, 300) });
    });
    // Whoever started this is gone, and nobody else would end it.
    process.once("disconnect", () => process.exit(1));
    process.channel?.unref();
    runner.once("end", () => {
      tell({ kind: "ended", counts: counts(), cost: meter.soFar(), suites });
      setTimeout(leave, FAREWELL_SECONDS * 1000).unref();
    });
  }
}

function tell(told: StepReport): void {
  process.send?.(told);
}

/** Comes to be called only where something keeps the process alive. */
function leave(): void {
  const open = process.getActiveResourcesInfo().join(", ");
  console.error(`Still open after the last test: ${open}`);
  tell({ kind: "failed", title: "something is still open after the last test", why: open });
  // Mocha sets its own at the exit, too, and was asked before.
  process.once("exit", () => {
    process.exitCode = 1;
  });
  process.exit(1);
}

/** Anything may be thrown. */
function messageOf(error: unknown): string {
  return String((error as { readonly message?: unknown } | null)?.message ?? error);
}

// Mocha loads a reporter with require().
export { TellingReporter as "module.exports" };
