// How requests fail: a UserError becomes a Problem (schema/http/problem.ts), anything else is a bug, which is
// logged with the request and answered without any details.

import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import { isDatabaseAway } from "../../db/errors.ts";
import type { Problem } from "../../schema/http/problem.ts";
import { RedisAway } from "../platform/redis.ts";
import { UserError } from "../../rooms/user-error.ts";

/** For addresses below /api and the like, where a page would be the wrong answer. */
export const answerNotFound: RequestHandler = () => {
  throw new UserError("notFound", {}, 404);
};

/** After how many seconds a page should try again. */
const AWAY_SECONDS = 2;

export function answerErrors(log: Logger): ErrorRequestHandler {
  // Express recognises an error handler by its four parameters.
  return (error: unknown, request, response, next) => {
    const mistake = asMistake(error);
    if (mistake === null && isAway(error)) {
      log.warn({ err: error, method: request.method, path: request.path }, "what a request needs is away");
      if (response.headersSent) return next(error);
      response
        .set("Retry-After", String(AWAY_SECONDS))
        .status(503)
        .json(problemOf(new UserError("away")));
      return;
    }
    if (mistake === null) {
      const about = { err: error, method: request.method, path: request.path, playerId: request.session?.playerId };
      log.error(about, "a bug while answering a request");
    }
    if (response.headersSent) return next(error);
    const seconds = mistake?.status === 429 ? mistake.values["seconds"] : undefined;
    if (seconds !== undefined) response.set("Retry-After", String(seconds));
    response.status(mistake?.status ?? 500).json(problemOf(mistake ?? new UserError("bug")));
  };
}

/** Whether something that this process needs can't be reached for now: answered with 503, and retried by the page. */
export function isAway(error: unknown): boolean {
  return error instanceof RedisAway || isDatabaseAway(error);
}

export function problemOf({ code, values }: UserError): Problem {
  return { error: Object.keys(values).length === 0 ? { code } : { code, values: { ...values } } };
}

/** Express's own complaints about a request (bad JSON, too long, bad percent code) carry a status. */
function asMistake(error: unknown): UserError | null {
  if (error instanceof UserError) return error;
  if (!(error instanceof Error && "status" in error && typeof error.status === "number")) return null;
  if (error.status < 400 || error.status >= 500) return null;
  return new UserError(error.status === 413 ? "tooLarge" : "badRequest", {}, error.status);
}
