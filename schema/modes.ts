// Which mode a match is of, by its rules, and how the leaderboards of a mode are called. No zod here: pages use it, too.

import { MODES, MODE_RULES, type Mode, type Stakes } from "../contract/modes.ts";
import type { Rules } from "../pong/rules.ts";

/** The mode that is played by these rules, or null. */
export function modeOf(rules: Rules): Mode | null {
  const { pointsToWin, twoClear } = rules;
  const isIt = (mode: Mode) => MODE_RULES[mode].pointsToWin === pointsToWin && MODE_RULES[mode].twoClear === twoClear;
  return MODES.find(isIt) ?? null;
}

/** For a match between people who know each other, or a casual one. */
export function forFun(rules: Rules): Stakes {
  return { mode: modeOf(rules), ranked: false };
}

/** The list that no season ends; a season is called like 2026-Q4. */
export const ALL_TIME = "all";

/** What a list may be called; whether there has been such a season is another question. */
export const LIST_NAME = /^(?:20\d\d-Q[1-4]|all)$/u;
