// express-session's store on our own table (db/repositories/sessions.ts). Who reads sessions without express: who-is.ts.

import { callbackify } from "node:util";
import { type SessionData, Store } from "express-session";
import { z } from "zod";
import type { Sessions } from "../db/repositories/sessions.ts";

declare module "express-session" {
  interface SessionData {
    /** The player this browser is. */
    playerId?: string;
  }
}

export const SESSION_COOKIE = "rally.sid";
export const SESSION_DAYS = 30;
export const SESSION_MS = SESSION_DAYS * 24 * 3600 * 1000;

/** What we rely on in a stored session; the rest is express-session's. */
export const StoredSession = z.looseObject({ playerId: z.uuid().optional() });

type Done = (error?: unknown) => void;
const ignore: Done = () => {};

export class SessionStore extends Store {
  readonly #sessions: Sessions;
  readonly #today: () => Date;

  constructor(sessions: Sessions, today: () => Date) {
    super();
    this.#sessions = sessions;
    this.#today = today;
  }

  override get(sid: string, done: (error: unknown, session?: SessionData | null) => void): void {
    callbackify(async () => {
      const data = await this.#sessions.read(sid, this.#today());
      return StoredSession.safeParse(data).success ? (data as SessionData) : null;
    })(done);
  }

  override set(sid: string, session: SessionData, done: Done = ignore): void {
    callbackify(() => this.#sessions.write(sid, session.playerId ?? null, session, this.#endOf(session)))(done);
  }

  override touch(sid: string, session: SessionData, done: Done = ignore): void {
    callbackify(() => this.#sessions.extend(sid, this.#endOf(session)))(done);
  }

  override destroy(sid: string, done: Done = ignore): void {
    callbackify(() => this.#sessions.remove(sid))(done);
  }

  #endOf(session: SessionData): Date {
    const { expires } = session.cookie;
    return expires ? new Date(expires) : new Date(this.#today().getTime() + SESSION_MS);
  }
}
