// Signs players in to and out of a browser's session. Every way in ends here, so that the session always gets a new id
// afterwards, whatever was in this browser before. Without the second factor, it stops at `owe`.

import type { Request } from "express";
import { describeDevice } from "../http/user-agent.ts";

/** Signs this browser in as that player. @throws Error when the session cannot be renewed */
export async function signInAs(request: Request, playerId: string, now: Date): Promise<void> {
  await regenerate(request);
  const { session } = request;
  session.playerId = playerId;
  session.since = now.getTime();
  session.device = describeDevice(request.get("user-agent") ?? "");
  await save(request);
}

/** Only notes that the first factor was given. Whoever was here keeps their session until the second one is. */
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

/** A new id, so that one planted in this browser before is worthless. */
function regenerate(request: Request): Promise<void> {
  return settled((done) => request.session.regenerate(done));
}

/** Before the answer, so that the request that follows it is already recognised. */
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
