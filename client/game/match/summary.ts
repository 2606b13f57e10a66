// What the server has written down of the match that has just ended: its statistics, whether it counts. It may need a moment to write
// them down.

import { askMatch, type FinishedMatch } from "../../../schema/http/matches.ts";
import { call } from "../../platform/api.ts";

const WAITS_MS = [200, 400, 800, 1500, 3000, 5000, 10_000, 20_000];

/** Of the match last asked for. */
export class Summary {
  #matchId = "";
  #match: FinishedMatch | null = null;

  /** This match, or null while it is not here. */
  of(matchId: string): FinishedMatch | null {
    return this.#matchId === matchId ? this.#match : null;
  }

  /** Asks for it, once a match. @param came called when it is here */
  async fetch(matchId: string, left: AbortSignal, came: () => void): Promise<void> {
    if (this.#matchId === matchId) return;
    this.#matchId = matchId;
    this.#match = null;
    const match = await fetchSummary(matchId, left);
    if (this.#matchId !== matchId || left.aborted) return;
    this.#match = match;
    came();
  }
}

/** The match, or null if it did not come in time or nobody waits for it any more. */
async function fetchSummary(matchId: string, left: AbortSignal): Promise<FinishedMatch | null> {
  for (const wait of WAITS_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (left.aborted) return null;
    try {
      const reply = await call(askMatch, { params: { id: matchId } });
      if (reply.status === "finished") return reply.match;
    } catch {
      // Away for a moment; the next attempt will show.
    }
  }
  return null;
}
