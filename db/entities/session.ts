// A browser that is signed in. Only the hash of its cookie is kept, so that a copy of the table can't be used to sign in.

import { defineEntity, p } from "@mikro-orm/core";

const SessionSchema = defineEntity({
  name: "Session",
  tableName: "sessions",
  properties: {
    /** SHA-256 of the session id, in hex. */
    idHash: p.string().length(64).primary(),
    /** Whose it is, beside the data, so that one statement revokes all of a player's sessions. */
    playerId: p.uuid().nullable().index(),
    data: p.json<unknown>(),
    expiresAt: p.datetime().index(),
  },
});

export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
