// Fetches the figures of the match that has just ended; the server may need a moment to write them down.

import { askMatch } from "../api.ts";
import type { MatchSummary } from "../../schema/http/matches.ts";

const WAITS_MS = [200, 400, 800, 1500, 3000, 5000, 10_000, 20_000];

/** The summary, or null if it did not come in time or nobody waits for it any more. */
export async function fetchSummary(matchId: string, left: AbortSignal): Promise<MatchSummary | null> {
  for (const wait of WAITS_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (left.aborted) return null;
    try {
      const reply = await askMatch(matchId);
      if (reply.status === "finished") return reply.match.summary;
    } catch {
      // Away for a moment; the next try will tell.
    }
  }
  return null;
}
