// Finished matches that the database did not take: in memory and in files (unsaved.ts), retried with growing waits.

import { type Backoff, waitAfter } from "../contract/backoff.ts";
import type { MatchResult } from "./match-record.ts";
import type { Matches } from "./repositories/matches.ts";
import type { CountedResult } from "./result-writer.ts";
import type { Unsaved } from "./unsaved.ts";

const WAITS_MS: Backoff = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000];

export interface RetryQueue {
  /** Its file is there, if there could be one. */
  keep(result: MatchResult): void;
  size(): number;
  /** Resolves once all that an earlier process left has been tried. */
  readonly takenUp: Promise<void>;
  /** Tries once more now, and then no more. */
  close(): Promise<void>;
}

export interface RetryQueueOptions {
  readonly matches: Pick<Matches, "finish" | "find">;
  readonly unsaved: Unsaved;
  readonly log: {
    error(about: object, message: string): void;
    info(about: object, message: string): void;
  };
  /** Calls back once after so many ms; returns what cancels it. */
  readonly later: (callback: () => void, ms: number) => () => void;
  /** Called with every result that has been written, however it was. */
  readonly counted: (counted: CountedResult) => void;
}

/** Begins with what an earlier process left behind. */
export function createRetryQueue({ matches, unsaved, log, later, counted }: RetryQueueOptions): RetryQueue {
  const queue = new Map<string, MatchResult>();
  let failures = 0;
  let cancel: (() => void) | null = null;
  let working: Promise<void> | null = null;
  let closed = false;

  function plan(): void {
    if (cancel !== null || closed || queue.size === 0) return;
    cancel = later(
      () => {
        cancel = null;
        void retry();
      },
      waitAfter(WAITS_MS, ++failures),
    );
  }

  function retry(): Promise<void> {
    working ??= writeAll().finally(() => {
      working = null;
      plan();
    });
    return working;
  }

  async function writeAll(): Promise<void> {
    for (const result of queue.values()) {
      let written: CountedResult | null;
      try {
        written = await matches.finish(result);
        await letGo(result, written, { matches, unsaved, log });
      } catch (error) {
        // The next one may still go through: one row that the database refuses must not hold up the others.
        log.error({ err: error, matchId: result.id, waiting: queue.size }, "a finished match waits for the database");
        continue;
      }
      queue.delete(result.id);
      failures = 0;
      if (written === null) continue;
      log.info({ matchId: result.id }, "a finished match that had waited is in the database");
      counted(written);
    }
  }

  const { results, damaged } = unsaved.load();
  for (const file of damaged) log.error({ file }, "an unsaved match cannot be read; look at the file");
  for (const result of results) queue.set(result.id, result);

  return {
    keep(result) {
      queue.set(result.id, result);
      plan();
    },
    size: () => queue.size,
    takenUp: queue.size > 0 ? retry() : Promise.resolve(),
    async close() {
      closed = true;
      cancel?.();
      // A running one may already have passed a result that came in since.
      await working;
      await retry();
    },
  };
}

interface LettingGo {
  readonly matches: Pick<Matches, "find">;
  readonly unsaved: Pick<Unsaved, "remove" | "setAside">;
  readonly log: { error(about: object, message: string): void };
}

/**
 * Removes the file of a result that is in the database. One that came too late is kept aside: both players were told that the match
 * doesn't count, but its recording must not be lost.
 * @param written null: the match had already ended
 */
export async function letGo(
  { id }: MatchResult,
  written: CountedResult | null,
  { matches, unsaved, log }: LettingGo,
): Promise<void> {
  const isThere = written !== null || (await matches.find(id)).status === "finished";
  if (isThere) return unsaved.remove(id);
  const file = unsaved.setAside(id);
  log.error({ matchId: id, file }, "a match ended after it had been counted as no result; how it went is in the file");
}
