// The player behind a request that does not go through express: Colyseus hands its rooms the plain headers. Same cookie,
// same table as express-session, so there is one notion of who somebody is.

import { parseCookie } from "cookie";
import { unsign } from "cookie-signature";
import type { PlayerRow } from "../db/repositories/players.ts";
import type { Sessions } from "../db/repositories/sessions.ts";
import type { Arrive } from "./arrivals.ts";
import { SESSION_COOKIE, StoredSession } from "./session-store.ts";

export type WhoIs = (headers: Headers) => Promise<PlayerRow | null>;

export interface WhoIsOptions {
  readonly secret: string;
  readonly sessions: Sessions;
  readonly arrive: Arrive;
  readonly today: () => Date;
}

/** A sign of life of that player, too. */
export function createWhoIs({ secret, sessions, arrive, today }: WhoIsOptions): WhoIs {
  return async (headers) => {
    const sid = sessionId(headers.get("cookie") ?? "", secret);
    if (sid === null) return null;
    const session = StoredSession.safeParse(await sessions.read(sid, today()));
    const playerId = session.data?.playerId;
    return playerId === undefined ? null : arrive(playerId);
  };
}

/** express-session writes `s:` and the signed id. */
function sessionId(cookies: string, secret: string): string | null {
  const value = parseCookie(cookies)[SESSION_COOKIE];
  if (value === undefined || !value.startsWith("s:")) return null;
  const sid = unsign(value.slice(2), secret);
  return sid === false ? null : sid;
}
