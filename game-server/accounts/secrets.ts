// Makes the secrets that are mailed or shown, and the hashes that are kept of them. Where the hashes are: db/repositories/
// account-secrets.ts.

import { createHash, createHmac, hkdfSync, randomBytes, randomInt } from "node:crypto";

const TOKEN_BYTES = 32;
const CODE_DIGITS = 6;
/** Without letters and digits that look alike. */
const RECOVERY_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const RECOVERY_SELECTOR = 4;
const RECOVERY_SECRET = 12;
export const RECOVERY_CODES = 10;

/** For a link or a cookie: too long to guess. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Six digits, for typing. */
export function newCode(): string {
  return randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, "0");
}

/** Anyone with a copy of the database could soon try a million codes, so their hashes need a key that isn't in it. */
export type CodeHash = (playerId: string, code: string) => string;

/** @param secret the one that signs session cookies */
export function createCodeHash(secret: string): CodeHash {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "rally codes", 32));
  return (playerId, code) => createHmac("sha256", key).update(`${playerId} ${code}`).digest("hex");
}

export interface RecoveryCode {
  /** Finds it again. */
  readonly selector: string;
  readonly secret: string;
}

/** 59 random bits beside the selector. */
export function newRecoveryCode(): RecoveryCode {
  return { selector: letters(RECOVERY_SELECTOR), secret: letters(RECOVERY_SECRET) };
}

/** As it is shown: ABCD-EFGH-JKMN-PQRS. */
export function recoveryCodeText({ selector, secret }: RecoveryCode): string {
  return `${selector}${secret}`.replace(/(.{4})(?=.)/gu, "$1-");
}

/** The code as typed, or null when it isn't one. Spaces, dashes and case do not matter. */
export function readRecoveryCode(text: string): RecoveryCode | null {
  const plain = text.replace(/[\s-]/gu, "").toUpperCase();
  if (plain.length !== RECOVERY_SELECTOR + RECOVERY_SECRET) return null;
  if ([...plain].some((letter) => !RECOVERY_ALPHABET.includes(letter))) return null;
  return { selector: plain.slice(0, RECOVERY_SELECTOR), secret: plain.slice(RECOVERY_SELECTOR) };
}

function letters(count: number): string {
  return Array.from({ length: count }, () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)]).join("");
}
