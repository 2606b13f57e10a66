// A match that is on and may be watched, as lists show it.

import type { LiveMatchReply } from "../../schema/http/spectating.ts";

export type LiveMatch = LiveMatchReply;

/** Tells every process. */
export interface LiveMatches {
  tell(match: LiveMatch): void;
  gone(roomId: string): void;
}
