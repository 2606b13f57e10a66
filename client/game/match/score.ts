// What the score means: what is played for, whether the next point may decide, and who has won, seen from a seat. At a shared
// keyboard nobody looks from a seat: somebody has won there, and nobody has lost.

import { winner } from "../../../pong/scoring.ts";
import { NOBODY } from "../../../pong/world.ts";
import type { MatchStatus } from "../../../schema/match-status.ts";
import { t } from "../../platform/i18n/translate.ts";

/** Whether whoever scores next may win the match with it. */
export function isMatchPoint({ rules, score, phase }: MatchStatus): boolean {
  if (phase === "waiting" || phase === "over") return false;
  return score.some((_, seat) => {
    const next = score.map((points, at) => (at === seat ? points + 1 : points));
    return winner(rules, next) !== NOBODY;
  });
}

export function rulesText({ rules }: MatchStatus): string {
  return t(rules.twoClear ? "match.rulesTwoClear" : "match.rules", { points: rules.pointsToWin });
}

export type Outcome = "won" | "lost" | "nobody" | "decided";

export function outcomeOf({ kind, winner: won }: MatchStatus, seat: number | null): Outcome {
  if (won < 0) return "nobody";
  if (kind === "keyboard") return "decided";
  return won === seat ? "won" : "lost";
}
