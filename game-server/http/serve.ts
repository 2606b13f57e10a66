// Serves an endpoint of schema/http/: checks who may call it and what comes in, and holds what goes out to its description.

import express, { type Request, type RequestHandler, type Response, Router } from "express";
import type { z } from "zod";
import { UserError } from "../../rooms/user-error.ts";
import { ACCESS, type Access, type Endpoint } from "../../schema/http/endpoint.ts";
import type { Caller, IdentifyRequest } from "../identity/request-identity.ts";
import { readInput } from "./read-input.ts";

/** The longest JSON that anybody has reason to send. */
const MAX_JSON = "16kb";

export interface Asked<Params, Query, Body, Who> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Who;
  readonly request: Request;
  readonly response: Response;
}

/** An endpoint for guests has a caller; one for accounts has a caller with an account. */
export type WhoFor<A extends Access> = A extends "anyone"
  ? Caller | null
  : A extends "guest"
    ? Caller
    : Caller & { readonly account: NonNullable<Caller["account"]> };

type Handler<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType, Who> = (
  asked: Asked<z.output<P>, z.output<Q>, z.output<B>, Who>,
) => Promise<z.input<R> | void> | z.input<R> | void;

export type Serve = <
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  R extends z.ZodType,
  A extends Access,
>(
  endpoint: Endpoint<P, Q, B, R, A>,
  handler: Handler<P, Q, B, R, WhoFor<A>>,
  ...before: readonly RequestHandler[]
) => void;

export interface Api {
  readonly router: Router;
  readonly serve: Serve;
  /** The endpoints served so far, so that tests can find a forgotten one. */
  readonly served: readonly Endpoint[];
}

/** @param identifyRequest called for every request, so that a ban or sign-out takes effect at once */
export function createApi(identifyRequest: IdentifyRequest): Api {
  const router = Router();
  const served: Endpoint[] = [];
  const serve: Serve = (endpoint, handler, ...before) => {
    served.push(endpoint);
    const method = endpoint.method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete";
    const path = endpoint.path.replace(/\{(\w+)\}/gu, ":$1");
    const read = endpoint.bytes === undefined ? [express.json({ limit: MAX_JSON })] : [];
    router[method](path, ...before, ...read, async (request: Request, response: Response) => {
      const caller = await identifyRequest(request.session);
      requireAccess(endpoint.access, caller);
      const { params, query, body } = readInput(endpoint, request);
      const reply = await handler({ params, query, body, request, response, caller: caller as never });
      if (response.headersSent) return;
      if (endpoint.reply === undefined) response.status(endpoint.status ?? 204).end();
      // Fields that the description does not name stay here.
      else response.status(endpoint.status ?? 200).json(endpoint.reply.parse(reply));
    });
  };
  return { router, serve, served };
}

/** @throws UserError 401 when not signed in, 403 when not allowed */
function requireAccess(access: Access, caller: Caller | null): void {
  if (access === "anyone") return;
  if (caller === null) throw new UserError("signedOut", {}, 401);
  const rank = caller.role === "guest" ? "guest" : caller.role;
  if (ACCESS.indexOf(rank) >= ACCESS.indexOf(access)) return;
  throw new UserError(caller.role === "guest" ? "accountNeeded" : "forbidden", {}, 403);
}
