// GET /api/matches/:id: what became of a match. GET /api/matches/:id/recording: the match itself, to replay.

// oxlint-disable oxc/no-async-endpoint-handlers -- that is Express 4; 5 hands a rejection to the error handler

import { Router } from "express";
import { z } from "zod";
import type { Matches } from "../../db/repositories/matches.ts";
import type { MatchReply } from "../../schema/http/matches.ts";
import { UserMistake } from "../../rooms/user-mistake.ts";

export function matchRoutes(matches: Matches): Router {
  const router = Router();

  router.get("/matches/:id", async (request, response) => {
    const id = z.uuid().safeParse(request.params.id);
    const reply: MatchReply = id.success ? await matches.find(id.data) : { status: "unknown" };
    response.json(reply);
  });

  router.get("/matches/:id/recording", async (request, response) => {
    const id = z.uuid().safeParse(request.params.id);
    const bytes = id.success ? await matches.recording(id.data) : null;
    if (bytes === null) throw new UserMistake("notFound", {}, 404);
    response.type("application/octet-stream").send(Buffer.from(bytes));
  });

  return router;
}
