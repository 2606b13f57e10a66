// Sees to it that no finished match is lost while the database is down: what cannot be written is kept in memory and in
// files and tried again with growing waits (retry-queue.ts). Rooms write through this, never through the repository.

import type { MatchResult, MatchStart } from "./match-record.ts";
import type { Matches } from "./repositories/matches.ts";
import { createRetryQueue, type RetryQueueOptions } from "./retry-queue.ts";

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

export interface MatchKeeperOptions extends RetryQueueOptions {
  readonly matches: Matches;
}

/** Also takes up what an earlier process left behind. */
export function createMatchKeeper(options: MatchKeeperOptions): MatchKeeper {
  const { matches, log } = options;
  /** Begun here and not finished. */
  const running = new Set<string>();
  const queue = createRetryQueue(options);

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
        queue.keep(result);
        return "kept";
      }
    },
    waiting: () => queue.size(),
    async close() {
      await queue.close();
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
