// The ways to play that a rating is kept for, and what a match is played for. Rules of one's own (schema/http/matches.ts) have
// no mode, and so no rating.

import { DEFAULT_RULES, type Rules } from "../pong/rules.ts";

/** `classic`: the match as everybody knows it; `quick`: to five, between two other things. */
export const MODES = ["classic", "quick"] as const;
export type Mode = (typeof MODES)[number];

export const MODE_RULES: Readonly<Record<Mode, Rules>> = {
  classic: DEFAULT_RULES,
  quick: { pointsToWin: 5, twoClear: false },
};

/** What a match is played for. */
export interface Stakes {
  /** Null: by rules that no mode has. */
  readonly mode: Mode | null;
  /** Whether it moves both ratings of that mode. */
  readonly ranked: boolean;
}

/** The mode that is played by these rules, or null. */
export function modeOf(rules: Rules): Mode | null {
  const { pointsToWin, twoClear } = rules;
  const isIt = (mode: Mode) => MODE_RULES[mode].pointsToWin === pointsToWin && MODE_RULES[mode].twoClear === twoClear;
  return MODES.find(isIt) ?? null;
}

/** Of a match between people who know each other, or for fun. */
export function forFun(rules: Rules): Stakes {
  return { mode: modeOf(rules), ranked: false };
}
