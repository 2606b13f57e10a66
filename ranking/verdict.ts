// Whether a match counts once it has ended: the published rules (docs/rating.md). Pure.

import type { EndReason, MatchKind, Verdict } from "../contract/matches.ts";

export interface EndedMatch {
  readonly kind: MatchKind;
  readonly ranked: boolean;
  /** Whether it is of a mode that ratings are kept for, between two players whose rows are there. */
  readonly rateable: boolean;
  readonly endReason: EndReason;
  /** Seat, or -1. */
  readonly winner: number;
  /** By seat. */
  readonly points: readonly number[];
  /** Whether its recording, replayed, matches its result. */
  readonly verified: boolean;
}

/** A match that somebody leaves before so many points were played in all is no match. */
export const POINTS_THAT_COUNT = 3;

/** Nobody won, or whoever won did so because the other was not there. */
const BROKEN_OFF: ReadonlySet<EndedMatch["endReason"]> = new Set(["forfeit", "claim", "idle", "abandoned", "inactive"]);

export function verdictOf(ended: EndedMatch): Exclude<Verdict, "practice"> {
  if (ended.kind !== "duel") return "unrated";
  if (!ended.verified) return "flagged";
  const played = ended.points.reduce((sum, points) => sum + points, 0);
  if (ended.winner < 0 || (BROKEN_OFF.has(ended.endReason) && played < POINTS_THAT_COUNT)) return "noResult";
  return ended.ranked && ended.rateable ? "rated" : "unrated";
}
