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

/** A picture as a whole file, as it is chosen. */
export const MAX_AVATAR_BYTES = 4 * 1024 * 1024;

/** The accepted types of pictures; the server checks the content and trusts neither name nor declared type. */
export const AVATAR_TYPES = ["image/png", "image/jpeg", "image/webp", "image/gif"] as const;

/** Width and height of the square pictures that are made of it, in pixels, ascending. */
export const AVATAR_SIZES = [64, 256, 512] as const;
export type AvatarSize = (typeof AVATAR_SIZES)[number];

/** Where a picture of an avatar is found. */
export function avatarPath(id: string, size: AvatarSize): string {
  return `/avatars/${id}-${size}.webp`;
}
