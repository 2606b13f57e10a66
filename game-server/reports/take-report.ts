// Turns a checked report into rows to add: errors struck out and by fingerprint, figures as counts.

import { dayOf, type ReportKeeper } from "../../db/report-keeper.ts";
import type { ErrorEntry, MetricsEntry, ReportRequest } from "../../schema/http/reports.ts";
import { bucketOf, EDGES, type Metric } from "../../schema/performance-metrics.ts";
import { MAX_MESSAGE_LENGTH, MAX_STACK_LENGTH, strikeOut } from "../../schema/report-text.ts";
import { fingerprint } from "./fingerprint.ts";
import { readUserAgent } from "../http/user-agent.ts";

/** Different names (browsers, themes) that are counted on a day; more are made up, and count as one. */
const MAX_NAMES = 60;

export type TakeReport = (report: ReportRequest, userAgent: string) => void;

/** @param wallClock wall-clock time */
export function createTakeReport(
  keeper: Pick<ReportKeeper, "addError" | "addCount">,
  wallClock: () => Date,
): TakeReport {
  let day = "";
  const names = new Map<string, Set<string>>();

  function known(figure: string, name: string): string {
    const ofFigure = names.get(figure) ?? new Set();
    names.set(figure, ofFigure);
    if (ofFigure.has(name)) return name;
    if (ofFigure.size >= MAX_NAMES) return "other";
    ofFigure.add(name);
    return name;
  }

  function count(figure: string, bucket: string): void {
    keeper.addCount({ day, figure, bucket, count: 1 });
  }

  function takeMetrics(figures: MetricsEntry, userAgent: string): void {
    for (const figure of Object.keys(EDGES) as Metric[]) {
      const value = figures[figure];
      if (value !== null) count(figure, bucketOf(figure, value));
    }
    const { browser, platform } = readUserAgent(userAgent);
    count("theme", known("theme", figures.theme));
    count("browser", known("browser", browser));
    count("platform", platform);
  }

  function takeError(build: string, entry: ErrorEntry, now: Date): void {
    const message = strikeOut(entry.message, MAX_MESSAGE_LENGTH);
    const stack = strikeOut(entry.stack, MAX_STACK_LENGTH);
    keeper.addError({
      fingerprint: fingerprint(build, { message, stack }),
      build,
      page: entry.page,
      message,
      stack,
      count: entry.times,
      firstSeenAt: now,
      lastSeenAt: now,
    });
  }

  return ({ build, entries }, userAgent) => {
    const now = wallClock();
    if (dayOf(now) !== day) names.clear();
    day = dayOf(now);
    for (const entry of entries) {
      if (entry.kind === "error") takeError(build, entry, now);
      else takeMetrics(entry, userAgent);
    }
  };
}
