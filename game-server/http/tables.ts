// Tables that a player sets up (schema/http/tables.ts): for a friend, whose link is the table's page; against the computer; for
// two at one keyboard.

// oxlint-disable oxc/no-async-endpoint-handlers -- that is Express 4; 5 hands a rejection to the error handler

import { type Request, Router } from "express";
import type { PlayerRow } from "../../db/repositories/players.ts";
import { DEFAULT_RULES } from "../../pong/rules.ts";
import type { TableOrder } from "../../rooms/match/match-room.ts";
import { InvitationRequest, type TableReply, TableRequest } from "../../schema/http/tables.ts";
import { UserMistake } from "../../rooms/user-mistake.ts";
import type { Arrive } from "../arrivals.ts";
import { currentPlayer } from "./guests.ts";
import { perMinute } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";

/** Opens a match room and returns its id. */
export type CreateTable = (order: TableOrder) => Promise<string>;

export interface TablesOptions {
  readonly arrive: Arrive;
  readonly createTable: CreateTable;
  /** From one address: rooms take memory until somebody comes. */
  readonly tablesPerMinute: number;
}

export function tableRoutes({ arrive, createTable, tablesPerMinute }: TablesOptions): Router {
  const router = Router();
  const limit = perMinute(tablesPerMinute);

  router.post("/invitations", limit, async (request, response) => {
    const player = await requirePlayer(request, arrive);
    const { rules = DEFAULT_RULES } = readBody(InvitationRequest, request.body ?? {});
    const roomId = await createTable({ plan: { kind: "duel" }, rules, invited: [player.id] });
    response.status(201).json({ roomId } satisfies TableReply);
  });

  router.post("/tables", limit, async (request, response) => {
    const player = await requirePlayer(request, arrive);
    const { rules = DEFAULT_RULES, ...plan } = readBody(TableRequest, request.body);
    const roomId = await createTable({ plan, rules, invited: [player.id] });
    response.status(201).json({ roomId } satisfies TableReply);
  });

  return router;
}

/** @throws UserMistake when this browser is nobody */
async function requirePlayer(request: Request, arrive: Arrive): Promise<PlayerRow> {
  const player = await currentPlayer(request, arrive);
  if (player === null) throw new UserMistake("signedOut", {}, 401);
  return player;
}
