// Where a timeline comes to stand, by what the server says: at a pause, or at the end of its match.

import type { Timeline } from "../pong/timeline.ts";
import type { MatchStatus } from "../schema/match-status.ts";

/** The tick from which nothing moves any more; null when that is not to change. @param drawn the present tick, as drawn last */
export function lastTick(
  { phase, pauseTick }: Pick<MatchStatus, "phase" | "pauseTick">,
  { confirmed, end }: Timeline,
  drawn: number,
): number | null {
  if (phase === "paused" && pauseTick >= confirmed.tick) return pauseTick;
  // What has been drawn already stays.
  return phase === "over" && end === Infinity ? Math.max(confirmed.tick, Math.ceil(drawn)) : null;
}
