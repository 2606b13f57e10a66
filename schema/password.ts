// How long a password may be. The only other rule is the server's: not one of the most common
// (game-server/accounts/passwords.ts).

export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 128;

export type PasswordFault = "password.tooShort" | "password.tooLong";

/** What is wrong with a password, as an i18n key, or null. */
export function passwordFault(password: string): PasswordFault | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH) return "password.tooShort";
  return length > MAX_PASSWORD_LENGTH ? "password.tooLong" : null;
}
