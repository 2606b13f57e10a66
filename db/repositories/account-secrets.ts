// The secrets that belong to accounts, by their hashes: what was mailed (links and codes), recovery codes, remembered browsers.
// Each can be used only once, even by requests at the same time.

import { AccountToken, RecoveryCode, RememberedDevice } from "../entities/account-secrets.ts";
import type { Orm } from "../open.ts";

export type TokenPurpose = "verify" | "reset" | "code";

export interface TokenRow {
  readonly hash: string;
  readonly playerId: string;
  readonly purpose: TokenPurpose;
  readonly email: string;
  readonly expiresAt: Date;
}

export interface AccountSecrets {
  /** Replaces what the player had for this purpose. */
  keepToken(token: TokenRow, now: Date): Promise<void>;
  /** What the token stands for, without using it up; null when there is none or it has expired. */
  findToken(hash: string, purpose: TokenPurpose, now: Date): Promise<TokenRow | null>;
  /** Uses it up. Null when there is none, it has expired, or somebody else was faster. */
  takeToken(hash: string, purpose: TokenPurpose, now: Date): Promise<TokenRow | null>;
  removeTokens(playerId: string, purpose: TokenPurpose): Promise<void>;
  /** Replaces all there were. */
  keepRecoveryCodes(playerId: string, codes: readonly { selector: string; codeHash: string }[]): Promise<void>;
  findRecoveryCode(playerId: string, selector: string): Promise<string | null>;
  /** Whether it was still there. */
  takeRecoveryCode(playerId: string, selector: string): Promise<boolean>;
  countRecoveryCodes(playerId: string): Promise<number>;
  rememberDevice(hash: string, playerId: string, now: Date, expiresAt: Date): Promise<void>;
  isRemembered(hash: string, playerId: string, now: Date): Promise<boolean>;
  /** Returns how many there were. */
  forgetDevices(playerId: string): Promise<number>;
  /** Removes what nobody can use any more. */
  removeExpired(now: Date): Promise<void>;
}

export function createAccountSecrets(orm: Orm): AccountSecrets {
  return {
    async keepToken(token, now) {
      const { playerId, purpose } = token;
      await orm.em.fork().transactional(async (em) => {
        await em.nativeDelete(AccountToken, { playerId, purpose });
        await em.insert(AccountToken, { ...token, createdAt: now });
      });
    },

    async findToken(hash, purpose, now) {
      return orm.em.fork().findOne(AccountToken, { hash, purpose, expiresAt: { $gt: now } });
    },

    async takeToken(hash, purpose, now) {
      const em = orm.em.fork();
      const token = await em.findOne(AccountToken, { hash, purpose, expiresAt: { $gt: now } });
      if (token === null) return null;
      return (await em.nativeDelete(AccountToken, { hash })) === 1 ? token : null;
    },

    async removeTokens(playerId, purpose) {
      await orm.em.fork().nativeDelete(AccountToken, { playerId, purpose });
    },

    async keepRecoveryCodes(playerId, codes) {
      await orm.em.fork().transactional(async (em) => {
        await em.nativeDelete(RecoveryCode, { playerId });
        for (const code of codes) await em.insert(RecoveryCode, { playerId, ...code });
      });
    },

    async findRecoveryCode(playerId, selector) {
      return (await orm.em.fork().findOne(RecoveryCode, { playerId, selector }))?.codeHash ?? null;
    },

    async takeRecoveryCode(playerId, selector) {
      return (await orm.em.fork().nativeDelete(RecoveryCode, { playerId, selector })) === 1;
    },

    countRecoveryCodes: (playerId) => orm.em.fork().count(RecoveryCode, { playerId }),

    async rememberDevice(hash, playerId, now, expiresAt) {
      await orm.em.fork().insert(RememberedDevice, { hash, playerId, createdAt: now, expiresAt });
    },

    async isRemembered(hash, playerId, now) {
      return (await orm.em.fork().count(RememberedDevice, { hash, playerId, expiresAt: { $gt: now } })) === 1;
    },

    forgetDevices: (playerId) => orm.em.fork().nativeDelete(RememberedDevice, { playerId }),

    async removeExpired(now) {
      const em = orm.em.fork();
      await em.nativeDelete(AccountToken, { expiresAt: { $lte: now } });
      await em.nativeDelete(RememberedDevice, { expiresAt: { $lte: now } });
    },
  };
}
