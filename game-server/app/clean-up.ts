// Removes what has had its time, every hour: sessions, links and codes that have ended, reports that nobody looks
// back at, background work that is over, pictures that are nobody's.

import type { Logger } from "pino";
import { dayOf } from "../../db/report-keeper.ts";
import type { AccountSecrets } from "../../db/repositories/account-secrets.ts";
import type { UsedAvatars } from "../../db/repositories/avatars.ts";
import type { Notifications } from "../../db/repositories/notifications.ts";
import type { Jobs } from "../../db/repositories/jobs.ts";
import type { Reports } from "../../db/repositories/reports.ts";
import type { Sessions } from "../../db/repositories/sessions.ts";
import {
  DONE_JOBS_KEPT_DAYS,
  GIVEN_UP_JOBS_KEPT_DAYS,
  READ_NOTIFICATIONS_KEPT_DAYS,
  REPORTS_KEPT_DAYS,
} from "../../schema/retention.ts";
import type { AvatarFiles } from "../avatars/avatar-files.ts";

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** What browsers told is kept so long. */
const REPORTS_KEPT_MS = REPORTS_KEPT_DAYS * DAY_MS;

/** So long an order with the same key is known again. */
const DONE_JOBS_KEPT_MS = DONE_JOBS_KEPT_DAYS * DAY_MS;
const GIVEN_UP_JOBS_KEPT_MS = GIVEN_UP_JOBS_KEPT_DAYS * DAY_MS;

const READ_NOTIFICATIONS_KEPT_MS = READ_NOTIFICATIONS_KEPT_DAYS * DAY_MS;

export interface CleanUpOptions {
  readonly sessions: Pick<Sessions, "removeExpired">;
  readonly secrets: Pick<AccountSecrets, "removeExpired">;
  readonly reports: Pick<Reports, "removeBefore">;
  readonly jobs: Pick<Jobs, "removeEnded">;
  readonly avatars: { readonly files: Pick<AvatarFiles, "removeUnreferenced">; readonly usedOf: UsedAvatars };
  readonly notifications: Pick<Notifications, "removeReadBefore">;
  readonly log: Logger;
  readonly wallClock: () => Date;
}

/** Answers how to stop it. */
export function startCleanUp(options: CleanUpOptions): () => void {
  const { sessions, secrets, reports, jobs, avatars, notifications, log, wallClock } = options;
  const clean = (what: string, removing: Promise<unknown>): void => {
    removing.catch((error: unknown) => {
      log.error({ err: error }, `${what} are not removed`);
    });
  };
  const timer = setInterval(() => {
    const now = wallClock();
    clean("sessions that have ended", sessions.removeExpired(now));
    clean("links and codes that have ended", secrets.removeExpired(now));
    clean("old reports", reports.removeBefore(dayOf(before(now, REPORTS_KEPT_MS))));
    clean("jobs that are over", jobs.removeEnded(before(now, DONE_JOBS_KEPT_MS), before(now, GIVEN_UP_JOBS_KEPT_MS)));
    clean("notices that were read", notifications.removeReadBefore(before(now, READ_NOTIFICATIONS_KEPT_MS)));
    clean("pictures that are nobody's", avatars.files.removeUnreferenced(avatars.usedOf, now));
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
  };
}

function before(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}
