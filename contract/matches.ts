// What a match is for, who sits at it, how it ends and what it counts.

/**
 * `duel`: two people, each over a connection of their own; `practice`: one person against the computer; `warmUp`: the same
 * while they wait for an opponent; `keyboard`: two people at one keyboard, so one connection plays both seats.
 */
export const MATCH_KINDS = ["duel", "practice", "warmUp", "keyboard"] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** Who has played a seat. `companion`: the second person at a keyboard, who has no connection of their own. */
export const STORED_SITTERS = ["person", "companion", "computer"] as const;
export type StoredSitter = (typeof STORED_SITTERS)[number];

/** Who is on a seat now. */
export type Sitter = StoredSitter | "nobody";

/** Why a match ended. Nobody won: `abandoned`, both were away; `inactive`, both touched nothing; `stopped`, whoever practised left. */
export const END_REASONS = ["score", "forfeit", "claim", "idle", "abandoned", "inactive", "stopped"] as const;
export type EndReason = (typeof END_REASONS)[number];

/**
 * What a result counts. `rated`: it moved both ratings; `unrated`: it counts, but moves none; `practice`: a bot played, so it has
 * a result and counts nothing; `noResult`: as if it had not been played; `flagged`: its recording does not lead to it, so it is
 * kept and counts nothing.
 */
export const VERDICTS = ["rated", "unrated", "practice", "noResult", "flagged"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const MATCH_STATUSES = ["running", "finished", "interrupted"] as const;
