// How often one address may ask for places in rooms, whoever asks there: Colyseus itself counts nothing.

import type { IncomingMessage } from "node:http";
import type { Platform } from "../platform/platform.ts";
import { addressKey, visitorAddress } from "./rate-limit.ts";

/** @throws UserError 429 with the seconds to wait */
export type LimitJoins = (request: IncomingMessage) => Promise<void>;

export function createJoinLimit({ settings, createLimit }: Pick<Platform, "settings" | "createLimit">): LimitJoins {
  const joins = createLimit("joins", [[settings.joinsPerMinute, 60]]);
  return async (request) => joins.take(addressKey(visitorAddress(request, settings.trustedProxies)));
}
