// Trials side by side, one for each core at a time.

import type { ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { ask, startNode } from "../../../loadtest/node-process.ts";
import type { Trial } from "../../support/netcode-trial.ts";
import type { TrialResult } from "../../support/trial-result.ts";

export class TrialPool {
  readonly #idle: ChildProcess[];
  readonly #waiting: ((worker: ChildProcess) => void)[] = [];
  readonly #workers: readonly ChildProcess[];

  constructor() {
    this.#workers = Array.from({ length: availableParallelism() }, () => startNode(["test/bench/fair/worker.ts"]));
    for (const worker of this.#workers) worker.stdout?.resume();
    this.#idle = [...this.#workers];
  }

  async run(trial: Trial): Promise<TrialResult> {
    const worker = this.#idle.pop() ?? (await new Promise<ChildProcess>((resolve) => this.#waiting.push(resolve)));
    try {
      return await ask<TrialResult>(worker, trial);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(worker);
      else next(worker);
    }
  }

  close(): void {
    for (const worker of this.#workers) worker.kill();
  }
}

/** All results as one, as if they were of one trial. */
export function pooled(results: readonly TrialResult[]): TrialResult {
  const [first, ...rest] = results;
  const sum = structuredClone(first!);
  for (const one of rest) {
    for (const name of Object.keys(sum) as (keyof TrialResult)[]) {
      if (name === "points") sum.points = sum.points.map((points, seat) => points + one.points[seat]!);
      else if (name === "lateExcess") sum.lateExcess = Math.max(sum.lateExcess, one.lateExcess);
      else sum[name] += one[name];
    }
  }
  sum.keyChangesPerSecond /= results.length;
  return sum;
}
