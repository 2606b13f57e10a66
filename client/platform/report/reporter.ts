// Tells the server what went wrong here and how well a match ran: gathered (gather.ts), sent a little later, or at once when the
// page is closing. Never throws and never reports itself; where nobody listens, reports are dropped.
// This page's own is in page-reporter.ts.

import type { MatchMetrics, PageKind } from "../../../schema/performance-metrics.ts";
import { createGather, type Entry } from "./gather.ts";

/** Errors come in flocks; they go together. */
const SEND_AFTER_MS = 5_000;
const MAX_REPORTS_AN_HOUR = 30;
const HOUR_MS = 3_600_000;

export interface Reporter {
  /** Which kind of page is open from now on. */
  page(kind: PageKind): void;
  /** A bug. */
  caught(error: unknown): void;
  /** Of a match at its end, or of the last minutes of a long one. */
  noteMetrics(metrics: MatchMetrics): void;
  /** Sends what there is, because the page may not come back. */
  leave(): void;
}

export interface ReporterOptions {
  /** May throw, or reject. @param leaving the page goes away meanwhile */
  readonly send: (entries: readonly Entry[], leaving: boolean) => Promise<unknown> | void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly later: (callback: () => void, ms: number) => void;
}

export function createReporter({ send, now, later }: ReporterOptions): Reporter {
  const gather = createGather();
  let kind: PageKind = "other";
  let planned = false;
  let sentAt: number[] = [];

  function plan(): void {
    if (planned) return;
    planned = true;
    later(() => {
      planned = false;
      quietly(() => sendNext(false));
    }, SEND_AFTER_MS);
  }

  function sendNext(leaving: boolean): void {
    sentAt = sentAt.filter((ms) => now() - ms < HOUR_MS);
    if (sentAt.length >= MAX_REPORTS_AN_HOUR) return;
    const entries = gather.take();
    if (entries.length === 0) return;
    sentAt.push(now());
    // What did not fit goes with the next one.
    if (!leaving) plan();
    Promise.resolve(send(entries, leaving)).catch(() => {});
  }

  return {
    page(next) {
      kind = next;
    },
    caught(error) {
      quietly(() => {
        gather.addError(kind, error);
        plan();
      });
    },
    noteMetrics(metrics) {
      quietly(() => {
        gather.addMetrics(metrics);
        plan();
      });
    },
    leave() {
      quietly(() => sendNext(true));
    },
  };
}

/** An error in here would be reported in here, and so on. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Nobody to report to.
  }
}
