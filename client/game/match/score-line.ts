// What the score means: what is played for, and whether the next point may decide.

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
