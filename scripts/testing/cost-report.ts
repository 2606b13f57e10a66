// What a run has cost, by lane, and the most expensive suites.

import type { Cost } from "./cost.ts";
import type { Outcome } from "./run-step.ts";

const DEAREST = 10;

/** Lines to print. @param whole of the run, its own PostgreSQL with it */
export function costReport(outcomes: readonly Outcome[], whole: Cost): string[] {
  const suites = outcomes.flatMap((outcome) => outcome.suites).toSorted((a, b) => b.cpuSeconds - a.cpuSeconds);
  const ofSteps = outcomes.reduce((sum, { cost }) => sum + cost.cpuSeconds, 0);
  const rest = { ...whole, cpuSeconds: Math.max(0, whole.cpuSeconds - ofSteps) };
  return [
    `Cost: ${seconds(whole.cpuSeconds)} of CPU in ${seconds(whole.wallSeconds)}, children included.`,
    ...outcomes.map(({ title, cost }) => `  ${figures(cost)}  ${title}${wentInto(cost)}`),
    `  ${figures(rest)}  The run itself, and the PostgreSQL that all share`,
    `The ${DEAREST} dearest suites:`,
    ...suites.slice(0, DEAREST).map((cost) => `  ${figures(cost)}  ${cost.file}: ${cost.title}${wentInto(cost)}`),
  ];
}

function figures({ cpuSeconds, wallSeconds }: Cost): string {
  return `${seconds(cpuSeconds).padStart(8)} CPU ${seconds(wallSeconds).padStart(8)} wall`;
}

function wentInto({ spent }: Cost): string {
  const parts = Object.entries(spent).filter(([, count]) => count > 0);
  return parts.length === 0 ? "" : ` (${parts.map(([what, count]) => `${count} ${what}`).join(", ")})`;
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
