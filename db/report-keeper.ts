// Gathers browsers' reports and writes them every few seconds, so that a flood of reports becomes a trickle of statements. While the
// database is down it keeps gathering; beyond its bounds the oldest is dropped, and counted.

import { type CountRow, type ErrorRow, MAX_ERRORS, type Reports } from "./repositories/reports.ts";

const FLUSH_MS = 5_000;
/** Distinct counts in memory: several days of a busy server. */
const MAX_COUNTS = 2_000;

export interface ReportKeeper {
  /** Adds to what was seen of this fingerprint. */
  addError(error: ErrorRow): void;
  addCount(row: CountRow): void;
  /** Never rejects. */
  flush(): Promise<void>;
  /** Writes what there is, once, and stops. */
  close(): Promise<void>;
}

export interface ReportKeeperOptions {
  readonly reports: Pick<Reports, "addErrors" | "addCounts">;
  readonly log: { error(about: object, message: string): void };
  /** @param flushMs for tests */
  readonly flushMs?: number;
}

export function createReportKeeper({ reports, log, flushMs = FLUSH_MS }: ReportKeeperOptions): ReportKeeper {
  const errors = new Map<string, ErrorRow>();
  const counts = new Map<string, CountRow>();
  let writing: Promise<void> | null = null;
  /** Logged once, and again only after it has worked. */
  let failing = false;

  function addError(error: ErrorRow): void {
    const before = errors.get(error.fingerprint);
    // Moved to the end, as what is seen again is not the oldest.
    errors.delete(error.fingerprint);
    errors.set(error.fingerprint, before === undefined ? error : joined(before, error));
    const oldest = errors.keys().next();
    if (errors.size <= MAX_ERRORS || oldest.done) return;
    errors.delete(oldest.value);
    addCount({ day: dayOf(error.lastSeenAt), figure: "dropped", bucket: "buffer", count: 1 });
  }

  function addCount(row: CountRow): void {
    const key = `${row.day} ${row.figure} ${row.bucket}`;
    const before = counts.get(key);
    if (before === undefined && counts.size >= MAX_COUNTS) return;
    counts.set(key, before === undefined ? row : { ...row, count: before.count + row.count });
  }

  async function write<Row>(rows: Map<string, Row>, add: (rows: Row[]) => Promise<void>, again: (row: Row) => void) {
    const taken = [...rows.values()];
    rows.clear();
    try {
      await add(taken);
      return true;
    } catch (error) {
      if (!failing) log.error({ err: error, waiting: taken.length }, "reports wait for the database");
      failing = true;
      // What came meanwhile is newer, and goes behind.
      const newer = [...rows.values()];
      rows.clear();
      for (const row of [...taken, ...newer]) again(row);
      return false;
    }
  }

  async function writeAll(): Promise<void> {
    const errorsWritten = await write(errors, (rows) => reports.addErrors(rows), addError);
    const countsWritten = await write(counts, (rows) => reports.addCounts(rows), addCount);
    if (errorsWritten && countsWritten) failing = false;
  }

  function flush(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    return writing;
  }

  const timer = setInterval(() => void flush(), flushMs);
  timer.unref();
  return {
    addError,
    addCount,
    flush,
    async close() {
      clearInterval(timer);
      // One that is running may already have passed what came in since.
      await writing;
      await flush();
    },
  };
}

/** YYYY-MM-DD, UTC. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

function joined(before: ErrorRow, now: ErrorRow): ErrorRow {
  return { ...before, count: before.count + now.count, lastSeenAt: now.lastSeenAt };
}
