// Who won, seen from a seat. At a shared keyboard nobody looks from a seat: somebody has won there, and nobody has lost.

import type { MatchStatus } from "../../../schema/match-status.ts";

export type Outcome = "won" | "lost" | "nobody" | "decided";

export function outcomeOf({ kind, winner }: MatchStatus, seat: number | null): Outcome {
  if (winner < 0) return "nobody";
  if (kind === "keyboard") return "decided";
  return winner === seat ? "won" : "lost";
}
