// What the lists of the strongest are called. No zod here: the page uses it too; http/leaderboards.ts wraps it.

/** The list that no season ends; a season is called like 2026-Q4. */
export const ALL_TIME = "all";

/** What a list may be called; whether there has been such a season is another question. */
export const LIST_NAME = /^(?:20\d\d-Q[1-4]|all)$/u;
