// Which queue an address of the waiting page means: /waiting is classic for fun, /waiting/MODE is that mode, ranked.

import { MODES, type Mode } from "../../../schema/modes.ts";
import type { QueueName } from "../../../schema/queues.ts";

export function waitingPath({ mode, ranked }: QueueName): string {
  return ranked ? `/waiting/${mode}` : "/waiting";
}

/** @param name of the path; undefined where it has none. Null for one that is no mode. */
export function queueOf(name: string | undefined): QueueName | null {
  if (name === undefined) return { mode: "classic", ranked: false };
  const mode: Mode | undefined = MODES.find((one) => one === name);
  return mode === undefined ? null : { mode, ranked: true };
}
