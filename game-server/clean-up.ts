// Removes what has had its time, every hour: sessions that have ended, reports that nobody looks back at.

import type { Logger } from "pino";
import { dayOf } from "../db/report-keeper.ts";
import type { Reports } from "../db/repositories/reports.ts";
import type { Sessions } from "../db/repositories/sessions.ts";

const EVERY_MS = 3_600_000;
/** What browsers told is kept so long. */
const REPORTS_KEPT_MS = 90 * 86_400_000;

export interface CleanUpOptions {
  readonly sessions: Pick<Sessions, "removeExpired">;
  readonly reports: Pick<Reports, "removeBefore">;
  readonly log: Logger;
  readonly today: () => Date;
}

/** Answers how to stop it. */
export function startCleanUp({ sessions, reports, log, today }: CleanUpOptions): () => void {
  const timer = setInterval(() => {
    const now = today();
    sessions.removeExpired(now).catch((error: unknown) => {
      log.error({ err: error }, "sessions that have ended are not removed");
    });
    reports.removeBefore(dayOf(new Date(now.getTime() - REPORTS_KEPT_MS))).catch((error: unknown) => {
      log.error({ err: error }, "old reports are not removed");
    });
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
  };
}
