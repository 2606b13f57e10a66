// Sees to it that no finished match is lost while the database is down: what cannot be written is kept in memory and in
// files (unsaved.ts) and tried again with growing waits. Rooms write through this, never through the repository.

import type { MatchResult, MatchStart } from "./match-record.ts";
import type { Matches } from "./repositories/matches.ts";
import type { Unsaved } from "./unsaved.ts";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

export interface MatchKeeper {
  /** Never rejects: a match goes on without its row, `finish` writes both. */
  begin(start: MatchStart): Promise<void>;
  /** Never rejects. `stored`: it is in the database; `kept`: it will be, and is safe meanwhile. */
  finish(result: MatchResult): Promise<"stored" | "kept">;
  /** How many results wait for the database. */
  waiting(): number;
  /**
   * For the end of the process: matches that began here and still run are marked as interrupted, and what waits is tried
   * once more; what fails again stays in its file for the next start.
   */
  close(): Promise<void>;
}

export interface MatchKeeperOptions {
  readonly matches: Matches;
  readonly unsaved: Unsaved;
  readonly log: { error(about: object, message: string): void; info(about: object, message: string): void };
  /** Calls back once after so many ms; returns what cancels it. */
  readonly later: (callback: () => void, ms: number) => () => void;
}

/** Also takes up what an earlier process left behind. */
export function createMatchKeeper(options: MatchKeeperOptions): MatchKeeper {
  const { matches, unsaved, log, later } = options;
  const queue = new Map<string, MatchResult>();
  /** Begun here and not finished. */
  const running = new Set<string>();
  let waitMs = FIRST_WAIT_MS;
  let cancel: (() => void) | null = null;
  let working: Promise<void> | null = null;

  function keep(result: MatchResult): void {
    queue.set(result.id, result);
    try {
      unsaved.write(result);
    } catch (error) {
      log.error({ err: error, matchId: result.id }, "a finished match is in memory only");
    }
  }

  function plan(): void {
    if (cancel !== null || queue.size === 0) return;
    cancel = later(() => {
      cancel = null;
      void retry();
    }, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  async function writeAll(): Promise<void> {
    for (const result of queue.values()) {
      try {
        await matches.finish(result);
      } catch (error) {
        // The next one may still go through: one row that the database refuses must not hold up the others.
        log.error({ err: error, matchId: result.id, waiting: queue.size }, "a finished match waits for the database");
        continue;
      }
      queue.delete(result.id);
      unsaved.remove(result.id);
      waitMs = FIRST_WAIT_MS;
      log.info({ matchId: result.id }, "a finished match that had waited is in the database");
    }
    plan();
  }

  function retry(): Promise<void> {
    working ??= writeAll().finally(() => {
      working = null;
    });
    return working;
  }

  const { results, damaged } = unsaved.load();
  for (const file of damaged) log.error({ file }, "an unsaved match cannot be read; look at the file");
  for (const result of results) queue.set(result.id, result);
  if (queue.size > 0) void retry();

  return {
    async begin(start) {
      running.add(start.id);
      try {
        await matches.begin(start);
      } catch (error) {
        log.error({ err: error, matchId: start.id }, "a match began that the database does not know of yet");
      }
    },
    async finish(result) {
      running.delete(result.id);
      try {
        await matches.finish(result);
        return "stored";
      } catch (error) {
        log.error({ err: error, matchId: result.id }, "a finished match cannot be written; it is kept");
        keep(result);
        plan();
        return "kept";
      }
    },
    waiting: () => queue.size,
    async close() {
      cancel?.();
      await retry();
      cancel?.();
      for (const id of running) {
        try {
          await matches.interrupt(id);
        } catch (error) {
          // The next start marks it.
          log.error({ err: error, matchId: id }, "a match that is cut off cannot be marked");
        }
      }
    },
  };
}
