// What happens to a result's file once the database has answered (match-keeper.ts, retry-queue.ts).

import type { MatchResult } from "./match-record.ts";
import type { Matches } from "./repositories/matches.ts";
import type { CountedResult } from "./result-writer.ts";
import type { Unsaved } from "./unsaved.ts";

export interface LettingGo {
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
