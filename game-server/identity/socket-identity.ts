// The player behind a request that does not go through express: Colyseus hands its rooms the plain headers. Same cookie and
// same table as express-session, so there is one notion of identity.

import { parseCookie } from "cookie";
import { unsign } from "cookie-signature";
import { sessionKey, type Sessions } from "../../db/repositories/sessions.ts";
import type { RoomDependencies } from "../../rooms/dependencies.ts";
import type { IdentifyRequest } from "./request-identity.ts";
import { StoredSession } from "./session-store.ts";

export type IdentifySocket = RoomDependencies["identify"];

export interface IdentifySocketOptions {
  readonly secret: string;
  /** Name of the cookie. */
  readonly cookie: string;
  readonly sessions: Pick<Sessions, "read">;
  readonly identifyRequest: IdentifyRequest;
  readonly wallClock: () => Date;
}

/** Also counts as a sign of life of that player. */
export function createIdentifySocket({
  secret,
  cookie,
  sessions,
  identifyRequest,
  wallClock,
}: IdentifySocketOptions): IdentifySocket {
  return async (headers) => {
    const sid = sessionId(parseCookie(headers.get("cookie") ?? "")[cookie], secret);
    if (sid === null) return null;
    const session = StoredSession.safeParse(await sessions.read(sid, wallClock()));
    const caller = session.success ? await identifyRequest(session.data) : null;
    if (caller === null) return null;
    const { id, name, kind } = caller.player;
    return { id, name, kind, sessionKey: sessionKey(sid) };
  };
}

/** express-session writes `s:` and the signed id. */
function sessionId(value: string | undefined, secret: string): string | null {
  if (value === undefined || !value.startsWith("s:")) return null;
  const sid = unsign(value.slice(2), secret);
  return sid === false ? null : sid;
}
