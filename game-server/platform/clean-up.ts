// Removes what has expired, every hour. What that is, features say: sessions that have ended, old reports, ...

import type { Logger } from "pino";

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What is removed, in words for the log, and the function that removes what has expired. */
export type CleanUp = Readonly<Record<string, (now: Date) => Promise<unknown>>>;

/** Returns a function that stops it. */
export function startCleanUp(chores: CleanUp, log: Logger, wallClock: () => Date): () => void {
  const timer = setInterval(() => {
    const now = wallClock();
    for (const [what, remove] of Object.entries(chores))
      remove(now).catch((error: unknown) => {
        log.error({ err: error }, `${what} are not removed`);
      });
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
  };
}

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
