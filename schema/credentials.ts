// What an account signs in with: how a login name, a password and an address of mail may look. No zod here: pages use it while one
// types; http/fields.ts wraps it. The display name is a different one: player-name.ts.

const MIN_LOGIN_LENGTH = 3;
export const MAX_LOGIN_LENGTH = 24;

export type LoginFault = "login.tooShort" | "login.tooLong" | "login.characters";

/** Letters without accents and digits, and between them single dots, dashes or underscores. */
const LOGIN = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/u;

/** A login name as it is kept: without spaces around it, in small letters. */
export function tidyLogin(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

/** What is wrong with a tidied login name, as an i18n key, or null. */
export function loginFault(login: string): LoginFault | null {
  if (login.length < MIN_LOGIN_LENGTH) return "login.tooShort";
  if (login.length > MAX_LOGIN_LENGTH) return "login.tooLong";
  return LOGIN.test(login) ? null : "login.characters";
}

export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 128;

export type PasswordFault = "password.tooShort" | "password.tooLong";

/** What is wrong with a password, as an i18n key, or null. */
export function passwordFault(password: string): PasswordFault | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH) return "password.tooShort";
  return length > MAX_PASSWORD_LENGTH ? "password.tooLong" : null;
}

/** RFC 5321 leaves an address 254 characters. */
export const MAX_EMAIL_LENGTH = 254;
