// What a browser's session keeps of a sign-in with 42 in progress: a state that only this browser and 42 know, so that
// nobody can bring their own code into somebody else's browser, and whether it is to link an account. Used once, within minutes.

import { randomBytes, timingSafeEqual } from "node:crypto";
import type { StateStore } from "passport-42";
import { FortyTwoFault } from "./provider.ts";

const LASTS_MS = 10 * 60_000;

export interface Begun {
  readonly state: string;
  /** PKCE's secret. */
  readonly verifier: string;
  readonly since: number;
  /** The account that it is for; null: to sign in. */
  readonly link: string | null;
}

export interface LinkIntent {
  readonly playerId: string;
  readonly since: number;
}

declare module "express-session" {
  interface SessionData {
    fortyTwo?: Begun;
    /** The password was given for linking this account. */
    fortyTwoLink?: LinkIntent;
  }
}

export function createStateStore(wallClock: () => Date): StateStore {
  const isFresh = (since: number): boolean => wallClock().getTime() - since < LASTS_MS;
  return {
    store({ session }, verifier, _state, _about, done) {
      const intent = session.fortyTwoLink;
      delete session.fortyTwoLink;
      const link = intent !== undefined && isFresh(intent.since) ? intent.playerId : null;
      const state = randomBytes(24).toString("base64url");
      session.fortyTwo = { state, verifier, since: wallClock().getTime(), link };
      done(null, state);
    },
    verify({ session }, state, _about, done) {
      const begun = session.fortyTwo;
      delete session.fortyTwo;
      if (begun !== undefined && isFresh(begun.since) && isSame(begun.state, state)) done(null, begun.verifier);
      else done(new FortyTwoFault("stale", "nobody here has begun this"));
    },
  };
}

function isSame(one: string, other: unknown): boolean {
  if (typeof other !== "string") return false;
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
