// What a player's picture may be: known to the page before it sends one, and enforced by the server. No zod here, for the page.

/** The whole file, as it is chosen. */
export const MAX_AVATAR_BYTES = 4 * 1024 * 1024;

/** The accepted types; the server checks the content and trusts neither name nor declared type. */
export const AVATAR_TYPES = ["image/png", "image/jpeg", "image/webp", "image/gif"] as const;

/** Width and height of the square pictures that are made of it, in pixels, ascending. */
export const AVATAR_SIZES = [64, 256, 512] as const;
export type AvatarSize = (typeof AVATAR_SIZES)[number];

/** Where a picture of an avatar is found. */
export function avatarPath(id: string, size: AvatarSize): string {
  return `/avatars/${id}-${size}.webp`;
}
