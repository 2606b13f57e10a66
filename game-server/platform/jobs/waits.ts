// How long a job waits after it has failed, and how often it is tried.

const FIRST_WAIT_MS = 10_000;
const GROWTH = 3;
const LONGEST_WAIT_MS = 3_600_000;

/** Six hours in all: a mail server that is down for a night's work is waited for. */
export const MAX_ATTEMPTS = 12;

/** @param attempts how often it has been tried, 1 or more */
export function waitAfterMs(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * GROWTH ** (attempts - 1), LONGEST_WAIT_MS);
}
