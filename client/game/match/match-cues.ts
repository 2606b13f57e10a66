// Which changes at the table are worth a sound of their own. Pure; screen.ts plays them.

import type { MatchStatus } from "../../../schema/match-status.ts";
import type { Announcement } from "../sound/announcements.ts";
import { otherSeat } from "./overlay.ts";
import { isMatchPoint, outcomeOf } from "./score.ts";

/** What `after` brings that was not so `before`; nothing for a table's first status. */
export function cuesOf(before: MatchStatus | null, after: MatchStatus, seat: number): Announcement[] {
  if (before === null) return [];
  const cues: Announcement[] = [];
  if (isSomebodyThere(after, seat) && !isSomebodyThere(before, seat)) cues.push("found");
  if (after.phase === "over" && before.phase !== "over") {
    const outcome = outcomeOf(after, seat);
    if (outcome === "won" || outcome === "decided") cues.push("won");
    if (outcome === "lost") cues.push("lost");
  }
  // Each time the score makes it so: at 10:9 and again at 10:10, where one has to win by two.
  const hasScored = after.score.join() !== before.score.join();
  if (isMatchPoint(after) && (hasScored || !isMatchPoint(before))) cues.push("matchPoint");
  return cues;
}

function isSomebodyThere(status: MatchStatus, seat: number): boolean {
  const other = otherSeat(status, seat);
  return other !== null && other.sitter !== "nobody";
}
