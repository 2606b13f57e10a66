// Which mode a match is of, by its rules.

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
