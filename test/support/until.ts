// Waits for something to become true, for as long as a loaded machine may need and no longer.

import { patience } from "./patience.ts";

/** Between two looks. */
const LOOK_EVERY_MS = 5;

/**
 * Resolves once the condition holds.
 * @param mostMs on a quiet machine
 * @param what is missing, for the complaint; asked for when it comes to that, where it is a function
 * @throws Error when it does not hold in time
 */
export async function until(condition: () => boolean, mostMs: number, what: string | (() => string)): Promise<void> {
  const deadline = performance.now() + patience(mostMs);
  while (!condition()) {
    if (performance.now() > deadline)
      throw new Error(`not within ${patience(mostMs)} ms: ${typeof what === "string" ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** The same for a condition that has to be asked for. Resolves with the first answer that is not null. */
export async function untilFound<T>(ask: () => Promise<T | null>, mostMs: number, what: string): Promise<T> {
  const deadline = performance.now() + patience(mostMs);
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > deadline) throw new Error(`not within ${patience(mostMs)} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS * 10));
  }
}
