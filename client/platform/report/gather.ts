// What to report, gathered without a clock or a connection: the same error becomes one entry with a count, names and addresses
// are struck out, and everything has a bound. When it is sent: reporter.ts.

import type { ErrorEntry, MetricsEntry } from "../../../schema/http/reports.ts";
import {
  type MatchMetrics,
  MAX_ENTRIES,
  MAX_REPORT_BYTES,
  MAX_TIMES,
  type PageKind,
} from "../../../schema/performance-metrics.ts";
import { MAX_MESSAGE_LENGTH, MAX_STACK_LENGTH, strikeOut } from "../../../schema/report-text.ts";

export type Entry = ErrorEntry | MetricsEntry;

/** A page that fails in more ways than this has reported enough. */
const MAX_DIFFERENT = 30;
/** Reports that one error may be in. */
const MAX_TELLINGS = 3;
/** For the build around the entries. */
const ENVELOPE_BYTES = 100;

interface Seen {
  readonly page: PageKind;
  readonly message: string;
  readonly stack: string;
  times: number;
  tellings: number;
}

export interface Gather {
  addError(page: PageKind, error: unknown): void;
  addMetrics(metrics: MatchMetrics): void;
  /** Takes the next report's entries; none when there is nothing to report. */
  take(): Entry[];
}

export function createGather(): Gather {
  const errors = new Map<string, Seen>();
  let metrics: MetricsEntry[] = [];

  function* waiting(): Generator<[Entry, taken: () => void]> {
    for (const one of metrics) yield [one, () => (metrics = metrics.filter((other) => other !== one))];
    for (const seen of errors.values()) {
      const { page, message, stack, times } = seen;
      if (times === 0 || seen.tellings >= MAX_TELLINGS) continue;
      const taken = () => {
        seen.times = 0;
        seen.tellings++;
      };
      yield [{ kind: "error", page, message, stack, times }, taken];
    }
  }

  return {
    addError(page, error) {
      const message = strikeOut(messageOf(error), MAX_MESSAGE_LENGTH);
      const stack = strikeOut(error instanceof Error ? (error.stack ?? "") : "", MAX_STACK_LENGTH);
      const key = `${message}\n${stack}`;
      const seen = errors.get(key) ?? { page, message, stack, times: 0, tellings: 0 };
      if (errors.size >= MAX_DIFFERENT && !errors.has(key)) return;
      seen.times = Math.min(seen.times + 1, MAX_TIMES);
      errors.set(key, seen);
    },
    addMetrics(one) {
      if (metrics.length < MAX_ENTRIES) metrics.push({ kind: "figures", ...one });
    },
    take() {
      const entries: Entry[] = [];
      let bytes = ENVELOPE_BYTES;
      for (const [entry, taken] of waiting()) {
        bytes += new TextEncoder().encode(JSON.stringify(entry)).length + 1;
        if (entries.length === MAX_ENTRIES || bytes > MAX_REPORT_BYTES) break;
        entries.push(entry);
        taken();
      }
      return entries;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
