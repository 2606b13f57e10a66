// What two players agree on before a match, and the version of everything that decides its course.

/** Goes up with any change that makes the same presses end in another result; recordings carry it. */
export const RULES_VERSION = 1;

/** Ticks in one second of play. */
export const TICKS_PER_SECOND = 60;

export const MIN_POINTS_TO_WIN = 3;
export const MAX_POINTS_TO_WIN = 21;

export interface Rules {
  /** Points that win the match, from MIN_POINTS_TO_WIN to MAX_POINTS_TO_WIN. */
  readonly pointsToWin: number;
  /** Whether the winner must also be two points ahead. */
  readonly twoClear: boolean;
}

export const DEFAULT_RULES: Rules = { pointsToWin: 11, twoClear: false };

/** Whether these are rules that a match can be played by. */
export function areRules(rules: Rules): boolean {
  return (
    Number.isInteger(rules.pointsToWin) &&
    rules.pointsToWin >= MIN_POINTS_TO_WIN &&
    rules.pointsToWin <= MAX_POINTS_TO_WIN &&
    typeof rules.twoClear === "boolean"
  );
}
