// POST /api/guests: a name, a player's row and a session at once; asked again, the same player is renamed.
// GET /api/me: who this browser is.

// oxlint-disable oxc/no-async-endpoint-handlers -- that is Express 4; 5 hands a rejection to the error handler

import { randomUUID } from "node:crypto";
import { type Request, Router } from "express";
import type { PlayerRow, Players } from "../../db/repositories/players.ts";
import { GuestRequest, type MeReply } from "../../schema/http/guests.ts";
import { nameKey } from "../../schema/player-name.ts";
import { UserMistake } from "../../rooms/user-mistake.ts";
import type { Arrive } from "../arrivals.ts";
import type { Online } from "../online.ts";
import { perMinute } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";

export interface GuestsOptions {
  readonly players: Players;
  readonly online: Online;
  readonly arrive: Arrive;
  readonly today: () => Date;
  readonly guestsPerMinute: number;
}

export function guestRoutes(options: GuestsOptions): Router {
  const router = Router();

  router.post("/guests", perMinute(options.guestsPerMinute), async (request, response) => {
    const { name } = readBody(GuestRequest, request.body);
    const player = (await rename(options, request, name)) ?? (await create(options, request, name));
    response.json({ player } satisfies MeReply);
  });

  router.get("/me", async (request, response) => {
    response.json({ player: await currentPlayer(request, options.arrive) } satisfies MeReply);
  });

  return router;
}

/** The player of this request's session, or null. A sign of life. */
export async function currentPlayer(request: Request, arrive: Arrive): Promise<PlayerRow | null> {
  const { playerId } = request.session;
  return playerId === undefined ? null : arrive(playerId);
}

/** Null when the session has no player, or one that is gone. */
async function rename(
  { players, online, today }: GuestsOptions,
  request: Request,
  name: string,
): Promise<PlayerRow | null> {
  const { playerId } = request.session;
  if (playerId === undefined || (await players.find(playerId)) === null) return null;
  claim(online, playerId, name);
  return players.rename(playerId, name, nameKey(name), today());
}

async function create({ players, online, today }: GuestsOptions, request: Request, name: string): Promise<PlayerRow> {
  const id = randomUUID();
  claim(online, id, name);
  try {
    const player = await players.createGuest(id, name, nameKey(name), today());
    // A new session id with the new identity: one that somebody slipped into this browser before is worth nothing.
    await regenerate(request);
    request.session.playerId = id;
    return player;
  } catch (error) {
    online.release(id);
    throw error;
  }
}

function claim(online: Online, playerId: string, name: string): void {
  if (!online.claim(playerId, nameKey(name))) throw new UserMistake("name.taken", { name }, 409);
}

function regenerate(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.regenerate((error: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(new Error("the session cannot be renewed", { cause: error }));
    });
  });
}
