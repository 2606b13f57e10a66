// An account's profile, and who may see it. No zod here: the page uses it too; http/players.ts wraps it.

import type { Audience } from "../contract/people.ts";

export const MAX_ABOUT_LENGTH = 200;
/** The reason of a ban. */
export const MAX_BAN_REASON_LENGTH = 300;

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
