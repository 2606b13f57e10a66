// The figures of the match that has just ended; the server may need a moment to write them down.

import type { MatchSummary } from "../../schema/http/matches.ts";
import { askMatch } from "../api.ts";

const WAITS_MS = [200, 400, 800, 1500, 3000, 5000, 10_000, 20_000];

/** Of the match last asked for. */
export class Summary {
  #matchId = "";
  #figures: MatchSummary | null = null;

  /** The figures of this match, or null while they are not here. */
  of(matchId: string): MatchSummary | null {
    return this.#matchId === matchId ? this.#figures : null;
  }

  /** Asks for them, once a match. @param came called when they are here */
  async fetch(matchId: string, left: AbortSignal, came: () => void): Promise<void> {
    if (this.#matchId === matchId) return;
    this.#matchId = matchId;
    this.#figures = null;
    const figures = await fetchSummary(matchId, left);
    if (this.#matchId !== matchId || left.aborted) return;
    this.#figures = figures;
    came();
  }
}

/** The summary, or null if it did not come in time or nobody waits for it any more. */
async function fetchSummary(matchId: string, left: AbortSignal): Promise<MatchSummary | null> {
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
