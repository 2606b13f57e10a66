// The player behind a request that does not go through express: Colyseus hands its rooms the plain headers. Same cookie,
// same table as express-session, so there is one notion of who somebody is.

import { parseCookie } from "cookie";
import { unsign } from "cookie-signature";
import { sessionKey, type Sessions } from "../db/repositories/sessions.ts";
import type { RoomDependencies } from "../rooms/dependencies.ts";
import type { CallerOf } from "./callers.ts";
import { StoredSession } from "./session-store.ts";

export type WhoIs = RoomDependencies["whoIs"];

export interface WhoIsOptions {
  readonly secret: string;
  /** Name of the cookie. */
  readonly cookie: string;
  readonly sessions: Pick<Sessions, "read">;
  readonly callerOf: CallerOf;
  readonly today: () => Date;
}

/** A sign of life of that player, too. */
export function createWhoIs({ secret, cookie, sessions, callerOf, today }: WhoIsOptions): WhoIs {
  return async (headers) => {
    const sid = sessionId(parseCookie(headers.get("cookie") ?? "")[cookie], secret);
    if (sid === null) return null;
    const session = StoredSession.safeParse(await sessions.read(sid, today()));
    const caller = session.success ? await callerOf(session.data) : null;
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
