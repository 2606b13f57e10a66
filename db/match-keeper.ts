// Makes sure that no finished match is lost, whatever breaks: its result is in a file before the database is asked
// (unsaved.ts), and what the database does not take is retried with growing waits (retry-queue.ts). Rooms write through
// this, never through the repository.

import type { MatchResult, MatchStart } from "./match-record.ts";
import type { Matches } from "./repositories/matches.ts";
import type { CountedResult } from "./result-writer.ts";
import { createRetryQueue, type RetryQueueOptions, letGo } from "./retry-queue.ts";

export interface MatchKeeper {
  /** Never rejects: a match goes on without its row, `finish` writes both. */
  begin(start: MatchStart): Promise<void>;
  /**
   * Never rejects. Returns what it counted; `kept`: it waits for the database, and is safe meanwhile; `ended`: it had already ended,
   * as when this process was thought to be dead.
   */
  finish(result: MatchResult): Promise<CountedResult | "kept" | "ended">;
  /** How many results wait for the database. */
  waiting(): number;
  /** Resolves once all that an earlier process left has been tried. */
  readonly takenUp: Promise<void>;
  /** For shutdown: what waits is tried once more; what fails again stays in its file for the next start. */
  close(): Promise<void>;
}

export interface MatchKeeperOptions extends RetryQueueOptions {
  readonly matches: Pick<Matches, "begin" | "finish" | "find">;
}

/** Also takes up what an earlier process left behind. */
export function createMatchKeeper(options: MatchKeeperOptions): MatchKeeper {
  const { matches, unsaved, log, counted } = options;
  const queue = createRetryQueue(options);
  /** Results on their way into the database. */
  const writing = new Set<Promise<unknown>>();

  async function write(result: MatchResult): Promise<CountedResult | "kept" | "ended"> {
    try {
      await unsaved.write(result);
    } catch (error) {
      log.error({ err: error, matchId: result.id }, "a finished match is in memory only");
    }
    let written: CountedResult | null;
    try {
      written = await matches.finish(result);
      await letGo(result, written, options);
    } catch (error) {
      log.error({ err: error, matchId: result.id }, "a finished match cannot be written; it is kept");
      queue.keep(result);
      return "kept";
    }
    if (written === null) return "ended";
    counted(written);
    return written;
  }

  return {
    async begin(start) {
      try {
        await matches.begin(start);
      } catch (error) {
        log.error({ err: error, matchId: start.id }, "a match began that the database does not know of yet");
      }
    },
    finish(result) {
      const work = write(result).finally(() => writing.delete(work));
      writing.add(work);
      return work;
    },
    waiting: () => queue.size(),
    takenUp: queue.takenUp,
    async close() {
      await Promise.all(writing);
      await queue.close();
    },
  };
}
