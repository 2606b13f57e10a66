// POST /api/invitations: a table for two, whose address is the link to send to a friend.
// GET /api/matches/:id: what became of a match.

// oxlint-disable oxc/no-async-endpoint-handlers -- that is Express 4; 5 hands a rejection to the error handler

import { Router } from "express";
import { z } from "zod";
import type { Matches } from "../../db/repositories/matches.ts";
import { DEFAULT_RULES, type Rules } from "../../pong/rules.ts";
import { type InvitationReply, InvitationRequest, type MatchReply } from "../../schema/http/matches.ts";
import { UserMistake } from "../../rooms/user-mistake.ts";
import type { Arrive } from "../arrivals.ts";
import { currentPlayer } from "./guests.ts";
import { perMinute } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";

/**
 * Opens a match room and returns its id.
 * @param table.invited ids of the players whose seats are kept; the others go to whoever comes first
 */
export type CreateTable = (table: { rules: Rules; invited: readonly string[] }) => Promise<string>;

export interface MatchesOptions {
  readonly matches: Matches;
  readonly arrive: Arrive;
  readonly createTable: CreateTable;
  /** From one address: rooms take memory until somebody comes. */
  readonly tablesPerMinute: number;
}

export function matchRoutes({ matches, arrive, createTable, tablesPerMinute }: MatchesOptions): Router {
  const router = Router();

  router.post("/invitations", perMinute(tablesPerMinute), async (request, response) => {
    const player = await currentPlayer(request, arrive);
    if (player === null) throw new UserMistake("signedOut", {}, 401);
    const { rules } = readBody(InvitationRequest, request.body ?? {});
    const roomId = await createTable({ rules: rules ?? DEFAULT_RULES, invited: [player.id] });
    response.status(201).json({ roomId } satisfies InvitationReply);
  });

  router.get("/matches/:id", async (request, response) => {
    const id = z.uuid().safeParse(request.params.id);
    const reply: MatchReply = id.success ? await matches.find(id.data) : { status: "unknown" };
    response.json(reply);
  });

  return router;
}
