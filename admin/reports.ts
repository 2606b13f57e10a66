// /admin/reports: browsers' reports, as a page and as JSON. Both read the tables, after writing what is gathered.

import { Router } from "express";
import { z } from "zod";
import { dayOf, type ReportKeeper } from "../db/report-keeper.ts";
import type { Reports } from "../db/repositories/reports.ts";
import { type Days, reportsPage } from "./reports-page.ts";
import { RANGES } from "./words.ts";

const DAY_MS = 86_400_000;

export interface AdminReportsOptions {
  readonly reports: Pick<Reports, "errors" | "countsSince">;
  readonly keeper: Pick<ReportKeeper, "flush">;
  /** Of the page that is served; "" when unknown. */
  readonly build: string;
  readonly wallClock: () => Date;
}

/** What does not fit is as if it were not there. */
const Query = z.object({
  days: z.coerce
    .number()
    .pipe(z.literal(RANGES.map(({ days }) => days)))
    .catch(7),
  sort: z.enum(["count", "seen"]).catch("count"),
});

export function adminReportRoutes({ reports, keeper, build, wallClock }: AdminReportsOptions): Router {
  const countsOf = (days: Days) => reports.countsSince(dayOf(new Date(wallClock().getTime() - (days - 1) * DAY_MS)));
  const router = Router();

  router.get("/reports", async (request, response) => {
    const { days, sort } = Query.parse(request.query);
    await keeper.flush();
    const [errors, counts] = [await reports.errors(), await countsOf(days)];
    response.type("html").send(reportsPage({ errors, counts, days, sorting: sort, build }));
  });

  router.get("/reports.json", async (_request, response) => {
    await keeper.flush();
    const figures = await Promise.all(RANGES.map(async ({ days }) => ({ days, counts: await countsOf(days) })));
    response.json({ build, errors: await reports.errors(), figures });
  });

  return router;
}
