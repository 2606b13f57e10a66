// Sessions by their id. The id itself never reaches the database: only its SHA-256 does, and that is the session's key: what
// others may know it by. The same in Redis: game-server/identity/redis-sessions.ts.

import { createHash } from "node:crypto";
import { Session } from "../entities/session.ts";
import type { Orm } from "../open.ts";

const EXTENSION_STEP_MS = 3_600_000;

export interface SessionRow {
  readonly key: string;
  readonly data: unknown;
  readonly expiresAt: Date;
}

/** Which of a player's sessions: all, that one, or all but that one. */
export interface WhichSessions {
  readonly only?: string;
  readonly except?: string;
}

export interface Sessions {
  /** The data of a session that has not expired, or null. */
  read(sid: string, now: Date): Promise<unknown>;
  write(sid: string, playerId: string | null, data: unknown, expiresAt: Date): Promise<void>;
  /** As write, but one that is gone stays gone: a request that began before a revocation must not bring it back. */
  rewrite(sid: string, playerId: string | null, data: unknown, expiresAt: Date): Promise<void>;
  /** Only moves the end, and only by more than an hour, to spare a write per request; a session that is gone stays gone. */
  extend(sid: string, expiresAt: Date): Promise<void>;
  remove(sid: string): Promise<void>;
  /** A player's sessions that have not expired. */
  list(playerId: string, now: Date): Promise<SessionRow[]>;
  /** Signs a player out, everywhere by default. Returns how many sessions that ended. */
  revoke(playerId: string, which?: WhichSessions): Promise<number>;
  /** Returns how many were removed. */
  removeExpired(now: Date): Promise<number>;
}

export function createSessions(orm: Orm): Sessions {
  return {
    async read(sid, now) {
      const row = await orm.em.fork().findOne(Session, { idHash: sessionKey(sid), expiresAt: { $gt: now } });
      return row?.data ?? null;
    },
    async write(sid, playerId, data, expiresAt) {
      await orm.em.fork().upsert(Session, { idHash: sessionKey(sid), playerId, data, expiresAt });
    },
    async rewrite(sid, playerId, data, expiresAt) {
      await orm.em.fork().nativeUpdate(Session, { idHash: sessionKey(sid) }, { playerId, data, expiresAt });
    },
    async extend(sid, expiresAt) {
      const ended = { $lt: new Date(expiresAt.getTime() - EXTENSION_STEP_MS) };
      await orm.em.fork().nativeUpdate(Session, { idHash: sessionKey(sid), expiresAt: ended }, { expiresAt });
    },
    async remove(sid) {
      await orm.em.fork().nativeDelete(Session, { idHash: sessionKey(sid) });
    },
    async list(playerId, now) {
      const rows = await orm.em.fork().find(Session, { playerId, expiresAt: { $gt: now } });
      return rows.map(({ idHash, data, expiresAt }) => ({ key: idHash, data, expiresAt }));
    },
    async revoke(playerId, { only, except } = {}) {
      const idHash = { ...(only === undefined ? {} : { $eq: only }), ...(except === undefined ? {} : { $ne: except }) };
      const those = Object.keys(idHash).length === 0 ? { playerId } : { playerId, idHash };
      return orm.em.fork().nativeDelete(Session, those);
    },
    async removeExpired(now) {
      return orm.em.fork().nativeDelete(Session, { expiresAt: { $lte: now } });
    },
  };
}

/** SHA-256 of a session's id, in hex. */
export function sessionKey(sid: string): string {
  return createHash("sha256").update(sid).digest("hex");
}
