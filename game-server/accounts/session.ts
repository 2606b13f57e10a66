// Puts a player into a browser's session, and takes them out of it. Every way in ends here, so that the id of the session is a new
// one afterwards, whatever was in this browser before. Who owes a second factor gets no further than `owe`.

import type { Request } from "express";
import { describeDevice } from "./device.ts";

/** Signs this browser in as that player. @throws Error when the session cannot be renewed */
export async function signInAs(request: Request, playerId: string, now: Date): Promise<void> {
  await regenerate(request);
  const { session } = request;
  session.playerId = playerId;
  session.since = now.getTime();
  session.device = describeDevice(request.get("user-agent") ?? "");
  await save(request);
}

/** Notes that the first factor was shown, and nothing else. Whoever was here keeps their session until the second is. */
export async function owe(request: Request, playerId: string, now: Date): Promise<void> {
  const { playerId: before, since, device } = request.session;
  await regenerate(request);
  if (before !== undefined) Object.assign(request.session, { playerId: before, since, device });
  request.session.pending = { playerId, since: now.getTime() };
  await save(request);
}

/** Signs this browser out. */
export function signOutHere(request: Request): Promise<void> {
  return settled((done) => request.session.destroy(done));
}

/** A new id: one that somebody slipped into this browser before is worth nothing. */
function regenerate(request: Request): Promise<void> {
  return settled((done) => request.session.regenerate(done));
}

/** Before the answer, so that whoever follows it is already known. */
function save(request: Request): Promise<void> {
  return settled((done) => request.session.save(done));
}

function settled(act: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    act((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error("the session cannot be renewed", { cause: error }));
    });
  });
}
