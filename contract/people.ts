// What a player is, may be, and lets others see.

/** A `bot` is a guest that a program plays for. */
export const PLAYER_KINDS = ["guest", "bot", "account"] as const;

/** Who may see or do something. */
export const AUDIENCES = ["everyone", "friends", "nobody"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a player is at the moment. */
export const STATUSES = ["offline", "online", "playing"] as const;
export type Status = (typeof STATUSES)[number];

/** From the least to the most that somebody may do. */
export const ROLES = ["player", "moderator", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What is asked for besides the password. */
export const FACTORS = ["none", "totp", "email"] as const;
export type Factor = (typeof FACTORS)[number];
