// What an account says of itself, and to whom. No zod here: the page uses it too; http/profiles.ts wraps it.

export const MAX_ABOUT_LENGTH = 200;
/** Of why an account is kept out. */
export const MAX_BAN_REASON_LENGTH = 300;

/** Who may see or do something. */
export const AUDIENCES = ["everyone", "friends", "nobody"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What an account decides about. */
export const PRIVACY_CHOICES = ["status", "history", "messages", "challenges"] as const;
export type PrivacyChoice = (typeof PRIVACY_CHOICES)[number];
export type Privacy = Readonly<Record<PrivacyChoice, Audience>>;

export const OPEN_TO_ALL: Privacy = {
  status: "everyone",
  history: "everyone",
  messages: "everyone",
  challenges: "everyone",
};

/** What a player is at the moment. */
export const STATUSES = ["offline", "online", "playing"] as const;
export type Status = (typeof STATUSES)[number];

/** From the least to the most that somebody may do. */
export const ROLES = ["player", "moderator", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What is asked for besides the password. */
export const FACTORS = ["none", "totp", "email"] as const;
export type Factor = (typeof FACTORS)[number];
