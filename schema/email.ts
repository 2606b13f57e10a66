// How long an e-mail address may be. No zod here: the page uses it too; http/fields.ts says what one looks like.

/** RFC 5321 leaves an address 254 characters. */
export const MAX_EMAIL_LENGTH = 254;
