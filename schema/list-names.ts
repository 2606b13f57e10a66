// What the lists of the strongest are called. No zod here: the page uses it too; http/leaderboards.ts wraps it.

/** The list that no season ends; a season is called like 2026-Q4. */
export const ALL_TIME = "all";
