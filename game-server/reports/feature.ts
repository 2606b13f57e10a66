// Browsers' reports of errors and performance: taken from anybody, shown to operators.

import express, { type ErrorRequestHandler, type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { adminReportRoutes } from "../../admin/reports.ts";
import { createReportKeeper, dayOf, type ReportKeeper } from "../../db/report-keeper.ts";
import type { Stores } from "../../db/stores.ts";
import { ReportRequest } from "../../schema/http/reports.ts";
import { MAX_REPORT_BYTES } from "../../schema/performance-metrics.ts";
import { REPORTS_KEPT_DAYS } from "../../schema/retention.ts";
import type { Feature } from "../http/feature.ts";
import { CLIENT_FOLDER, clientBuild } from "../http/pages.ts";
import { addressKey } from "../http/rate-limit.ts";
import { readBody } from "../http/read-input.ts";
import { daysBefore } from "../platform/clean-up.ts";
import type { Platform } from "../platform/platform.ts";
import { createTakeReport } from "./take-report.ts";

/** A school has one address; a browser sends at most 30 in an hour. */
const PER_ADDRESS_AN_HOUR = 600;
const IN_ALL_A_MINUTE = 600;
const LOG_EVERY_MS = 60_000;

export function createReports({ log, wallClock }: Platform, { reports }: Stores): Feature {
  const keeper = createReportKeeper({ reports, log });
  return {
    sessionless: reportRoutes({ keeper, wallClock }, log),
    operatorPages: adminReportRoutes({ reports, keeper, wallClock, build: clientBuild(CLIENT_FOLDER) }),
    cleanUp: { "old reports": (now) => reports.removeBefore(dayOf(daysBefore(now, REPORTS_KEPT_DAYS))) },
    close: () => keeper.close(),
  };
}

interface ReportsOptions {
  readonly keeper: Pick<ReportKeeper, "addError" | "addCount">;
  /** Wall-clock time. */
  readonly wallClock: () => Date;
}

/**
 * POST /api/reports: schema/http/reports.ts. From anybody, without a session or an identity. Excess reports are dropped and counted,
 * and answered like the rest: the player can't do anything about it.
 */
function reportRoutes({ keeper, wallClock }: ReportsOptions, log: Logger): Router {
  const take = createTakeReport(keeper, wallClock);
  const drop = (why: string) => keeper.addCount({ day: dayOf(wallClock()), figure: "dropped", bucket: why, count: 1 });
  const router = Router();
  router.post("/reports", limit(drop), express.json({ limit: MAX_REPORT_BYTES }), (request, response) => {
    take(readBody(ReportRequest, request.body), request.get("user-agent") ?? "");
    response.status(204).end();
  });
  router.use("/reports", noteFaults(drop, wallClock, log));
  return router;
}

/** First in all, so that made-up addresses cannot fill the memory of the second. */
function limit(drop: (why: string) => void): RequestHandler {
  const inAll = new RateLimiterMemory({ points: IN_ALL_A_MINUTE, duration: 60 });
  const perAddress = new RateLimiterMemory({ points: PER_ADDRESS_AN_HOUR, duration: 3600 });
  return async (request, response, next) => {
    let why = "all";
    try {
      await inAll.consume("all");
      why = "address";
      await perAddress.consume(addressKey(request.ip ?? ""));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      drop(why);
      response.status(204).end();
      return;
    }
    next();
  };
}

/** Nonsense is answered as everywhere, but logged: one of our pages may be wrong. */
function noteFaults(drop: (why: string) => void, wallClock: () => Date, log: Logger): ErrorRequestHandler {
  let loggedMs = -Infinity;
  return (error: unknown, _request, _response, next) => {
    drop("invalid");
    if (wallClock().getTime() - loggedMs >= LOG_EVERY_MS) {
      loggedMs = wallClock().getTime();
      log.warn("a report could not be read; more of them are counted, not logged, for a minute");
    }
    next(error);
  };
}
