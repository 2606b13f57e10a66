// Codes of an authenticator, by RFC 6238 with what every authenticator knows: SHA-1, six digits, half a minute.

import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
/** Steps before and after, for clocks that are a little off. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const ISSUER = "Rally";

export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What the QR code holds. @param login whose it is, shown in the authenticator */
export function totpUri(secret: string, login: string): string {
  return authenticator(secret, login).toString();
}

/** The time step that the code belongs to, or null when it matches none around now. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/u.test(code)) return null;
  const delta = authenticator(secret, "").validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}

function authenticator(secret: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS, digits: 6 });
}
