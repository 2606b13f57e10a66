// Seals what must not be readable in a copy of the database: mails with their links, second-factor secrets. AES-256-GCM with
// a key drawn from the session secret, so whoever changes that secret makes what was sealed before unreadable.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Names how it was sealed, so that another way can be told apart one day. */
const VERSION = "v1";
const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Sealer {
  /**
   * Different each time, for the same text too.
   * @param about where it belongs, such as a table and a player's id; it can be unsealed only with the same
   */
  readonly seal: (text: string, about?: string) => string;
  /** @throws Error when it was tampered with, or sealed with another secret or for another place */
  readonly unseal: (sealed: string, about?: string) => string;
}

/** @param secret the one that signs session cookies; the key drawn from it says nothing about it */
export function createSealer(secret: string): Sealer {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "rally seal", KEY_BYTES));
  return {
    seal(text, about = "") {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(about, "utf8"));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    unseal(sealed, about = "") {
      const prefix = `${VERSION}.`;
      const bytes = Buffer.from(sealed.slice(prefix.length), "base64url");
      if (!sealed.startsWith(prefix) || bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error("not a sealed text");
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(about, "utf8"));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
  };
}
