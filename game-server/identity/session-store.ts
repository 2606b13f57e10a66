// express-session on our own sessions (db/repositories/sessions.ts), and what a session holds. What reads sessions
// without express: socket-identity.ts.

import { callbackify } from "node:util";
import type { RequestHandler } from "express";
import expressSession, { type SessionData, Store } from "express-session";
import { z } from "zod";
import { LONGEST_SESSION_DAYS, SESSION_DAYS } from "../../schema/retention.ts";
import type { Sessions } from "../../db/repositories/sessions.ts";

/** Somebody who has given the first factor and still has to give the second. */
export const PendingSignIn = z.object({
  playerId: z.uuid(),
  /** When the first was given, in ms of wall-clock time. */
  since: z.number(),
});
export type PendingSignIn = z.infer<typeof PendingSignIn>;

/** What we rely on in a stored session; the rest is express-session's. */
export const StoredSession = z.looseObject({
  playerId: z.uuid().optional(),
  /** When this browser was signed in, in ms of wall-clock time. */
  since: z.number().optional(),
  /** What the browser says it is. */
  device: z.string().optional(),
  pending: PendingSignIn.optional(),
  /** Only of one that has been stored before. */
  stored: z.literal(true).optional(),
});
export type StoredSession = z.infer<typeof StoredSession>;

declare module "express-session" {
  interface SessionData {
    /** This browser's player. */
    playerId?: string;
    since?: number;
    device?: string;
    pending?: PendingSignIn;
    stored?: true;
  }
}

const DAY_MS = 86_400_000;
export const SESSION_MS = SESSION_DAYS * DAY_MS;
/** Guests have nothing to sign in with, and stay. */
const LONGEST_SESSION_MS = LONGEST_SESSION_DAYS * DAY_MS;

/** The prefix tells the browser that no other host may set it, and that it is sent over https only. */
export function sessionCookie(overTls: boolean): string {
  return overTls ? "__Host-rally.sid" : "rally.sid";
}

/** Whether an account's session has expired. */
export function isWornOut({ since }: Pick<StoredSession, "since">, now: Date): boolean {
  return since !== undefined && now.getTime() - since > LONGEST_SESSION_MS;
}

type Done = (error?: unknown) => void;
const ignore: Done = () => {};

export class SessionStore extends Store {
  readonly #sessions: Sessions;
  readonly #wallClock: () => Date;

  constructor(sessions: Sessions, wallClock: () => Date) {
    super();
    this.#sessions = sessions;
    this.#wallClock = wallClock;
  }

  override get(sid: string, done: (error: unknown, session?: SessionData | null) => void): void {
    callbackify(async () => {
      const data = await this.#sessions.read(sid, this.#wallClock());
      return StoredSession.safeParse(data).success ? (data as SessionData) : null;
    })(done);
  }

  override set(sid: string, session: SessionData, done: Done = ignore): void {
    callbackify(() => this.#write(sid, session))(done);
  }

  override touch(sid: string, session: SessionData, done: Done = ignore): void {
    callbackify(() => this.#sessions.extend(sid, this.#endOf(session)))(done);
  }

  override destroy(sid: string, done: Done = ignore): void {
    callbackify(() => this.#sessions.remove(sid))(done);
  }

  async #write(sid: string, session: SessionData): Promise<void> {
    const data = { ...session, stored: true };
    const how = session.stored === true ? "rewrite" : "write";
    await this.#sessions[how](sid, session.playerId ?? null, data, this.#endOf(session));
  }

  #endOf(session: SessionData): Date {
    const { expires } = session.cookie;
    return expires ? new Date(expires) : new Date(this.#wallClock().getTime() + SESSION_MS);
  }
}

export interface SessionOptions {
  readonly sessions: Sessions;
  readonly secret: string;
  readonly overTls: boolean;
  readonly wallClock: () => Date;
}

/** Gives each request its session. */
export function withSessions({ sessions, secret, overTls, wallClock }: SessionOptions): RequestHandler {
  return expressSession({
    name: sessionCookie(overTls),
    secret,
    store: new SessionStore(sessions, wallClock),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    // Where players come by https, the proxy in front says so for each request; only the cookie's flag depends on it.
    ...(overTls ? { proxy: true } : {}),
    // `auto`: plain HTTP on a LAN works, behind TLS the cookie is never sent without it.
    cookie: { httpOnly: true, sameSite: "lax", secure: overTls ? true : "auto", path: "/", maxAge: SESSION_MS },
  });
}
