// What tests cost: time, work, and what the work went into. Suites count the expensive things that they start with `spend`.

import { ProcessTree } from "./process-tree.ts";

/** - matches: played over sockets, in real time */
export type Dear = "servers" | "browsers" | "databases" | "matches";

export interface Cost {
  /** Of this process and all it started. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly spent: Readonly<Record<Dear, number>>;
}

export const NOTHING_SPENT: Cost["spent"] = { servers: 0, browsers: 0, databases: 0, matches: 0 };

const spent: Record<Dear, number> = { ...NOTHING_SPENT };

/** Counts one of these towards the suite that runs. */
export function spend(on: Dear): void {
  spent[on]++;
}

/** Of the process that it is made in, from its start. */
export class CostMeter {
  readonly #tree = new ProcessTree(process.pid);

  soFar(): Cost {
    return { cpuSeconds: this.#tree.seconds(), wallSeconds: performance.now() / 1000, spent: { ...spent } };
  }

  since(before: Cost): Cost {
    const now = this.soFar();
    const { servers, browsers, databases, matches } = now.spent;
    return {
      cpuSeconds: now.cpuSeconds - before.cpuSeconds,
      wallSeconds: now.wallSeconds - before.wallSeconds,
      spent: {
        servers: servers - before.spent.servers,
        browsers: browsers - before.spent.browsers,
        databases: databases - before.spent.databases,
        matches: matches - before.spent.matches,
      },
    };
  }
}
