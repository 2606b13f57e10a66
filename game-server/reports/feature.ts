// Browsers' reports of errors and performance: taken from anybody, shown to operators.

import { adminReportRoutes } from "../../admin/reports.ts";
import { createReportKeeper, dayOf } from "../../db/report-keeper.ts";
import type { Stores } from "../../db/stores.ts";
import { REPORTS_KEPT_DAYS } from "../../schema/retention.ts";
import type { Feature } from "../http/feature.ts";
import { CLIENT_FOLDER, clientBuild } from "../http/pages.ts";
import { daysBefore } from "../platform/clean-up.ts";
import type { Platform } from "../platform/platform.ts";
import { reportRoutes } from "./report-routes.ts";

export function createReports({ log, wallClock }: Platform, { reports }: Stores): Feature {
  const keeper = createReportKeeper({ reports, log });
  return {
    sessionless: reportRoutes({ keeper, wallClock }, log),
    operatorPages: adminReportRoutes({ reports, keeper, wallClock, build: clientBuild(CLIENT_FOLDER) }),
    cleanUp: { "old reports": (now) => reports.removeBefore(dayOf(daysBefore(now, REPORTS_KEPT_DAYS))) },
    close: () => keeper.close(),
  };
}
