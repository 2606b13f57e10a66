// Sessions by their id. The id itself never reaches the database: only its SHA-256 does.

import { createHash } from "node:crypto";
import { Session } from "../entities/session.ts";
import type { Orm } from "../open.ts";

const EXTENSION_STEP_MS = 3_600_000;

export interface Sessions {
  /** The data of a session that has not expired, or null. */
  read(sid: string, now: Date): Promise<unknown>;
  write(sid: string, playerId: string | null, data: unknown, expiresAt: Date): Promise<void>;
  /** Only moves the end, and only by more than an hour, to spare a write per request; a session that is gone stays gone. */
  extend(sid: string, expiresAt: Date): Promise<void>;
  remove(sid: string): Promise<void>;
  /** Signs a player out everywhere. Returns how many sessions that ended. */
  revoke(playerId: string): Promise<number>;
  /** Returns how many were removed. */
  removeExpired(now: Date): Promise<number>;
}

export function createSessions(orm: Orm): Sessions {
  return {
    async read(sid, now) {
      const row = await orm.em.fork().findOne(Session, { idHash: hash(sid), expiresAt: { $gt: now } });
      return row?.data ?? null;
    },
    async write(sid, playerId, data, expiresAt) {
      await orm.em.fork().upsert(Session, { idHash: hash(sid), playerId, data, expiresAt });
    },
    async extend(sid, expiresAt) {
      const worthWriting = new Date(expiresAt.getTime() - EXTENSION_STEP_MS);
      await orm.em.fork().nativeUpdate(Session, { idHash: hash(sid), expiresAt: { $lt: worthWriting } }, { expiresAt });
    },
    async remove(sid) {
      await orm.em.fork().nativeDelete(Session, { idHash: hash(sid) });
    },
    async revoke(playerId) {
      return orm.em.fork().nativeDelete(Session, { playerId });
    },
    async removeExpired(now) {
      return orm.em.fork().nativeDelete(Session, { expiresAt: { $lte: now } });
    },
  };
}

function hash(sid: string): string {
  return createHash("sha256").update(sid).digest("hex");
}
