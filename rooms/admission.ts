// Who may join a room at all: somebody with a session, from a page that speaks our protocol.

import { ServerError } from "@colyseus/core";
import { z } from "zod";
import { RULES_VERSION } from "../pong/rules.ts";
import { PROTOCOL_VERSION, type Refusal } from "../schema/rooms.ts";
import type { Identity, RoomDependencies } from "./dependencies.ts";

const Options = z.object({ protocol: z.literal(PROTOCOL_VERSION), rules: z.literal(RULES_VERSION) });

const STATUS: Record<Refusal, number> = {
  signedOut: 401,
  needsAccount: 403,
  paused: 403,
  full: 409,
  elsewhere: 409,
  playing: 409,
  gone: 410,
  noShow: 410,
  stale: 426,
  flood: 429,
};

/** Refuses a join: the sdk tells it from a lost connection by the message. */
export function refuse(because: Refusal): never {
  throw new ServerError(STATUS[because], because);
}

/** Whether what Colyseus reports as uncaught is a `refuse` in onJoin, which the refused client is about to get. */
export function isRefusal({ cause }: Error): boolean {
  return cause instanceof ServerError;
}

/** @throws ServerError with a Refusal as its message */
export async function admit(
  dependencies: Pick<RoomDependencies, "identify" | "clock">,
  options: unknown,
  headers: Headers,
): Promise<Identity> {
  if (!Options.safeParse(options).success) refuse("stale");
  // Before the session is read, as it may be revoked meanwhile.
  const checkedMs = dependencies.clock.now();
  const player = (await dependencies.identify(headers)) ?? refuse("signedOut");
  return { ...player, checkedMs };
}

/** For onJoin, which may come long after `admit`. @throws ServerError when the player was signed out meanwhile */
export function requireSignedIn({ connections }: Pick<RoomDependencies, "connections">, identity: Identity): void {
  if (connections.isRevoked(identity)) refuse("signedOut");
}
