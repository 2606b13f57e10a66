// Joins a match and plays it: what the browser, the bots and the load tests begin with.

import type { Clock } from "./clock.ts";
import { ColyseusLink } from "./colyseus-link.ts";
import type { ServerAddress } from "./connect.ts";
import { MatchSession } from "./match-session.ts";

export interface OpenMatchOptions extends ServerAddress {
  readonly roomId: string;
  readonly clock: Clock;
}

export function openMatch(options: OpenMatchOptions): MatchSession {
  return new MatchSession(new ColyseusLink(options, options.roomId, options.clock), options.clock);
}
