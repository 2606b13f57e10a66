// A request's input, checked: the parts of its path, its query, its body. The first fault of a body becomes the Problem's
// code when it is one of our i18n keys.

import type { Request } from "express";
import type { z } from "zod";
import { UserError } from "../../rooms/user-error.ts";
import type { Endpoint } from "../../schema/http/endpoint.ts";

export interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/**
 * @throws UserError 404 when the path names nothing there could be, 400 for a wrong query, 415 for a body of another kind, 422
 *   for a wrong one
 */
export function readInput<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  { params, query, body }: Endpoint<P, Q, B>,
  request: Request,
): Input<z.output<P>, z.output<Q>, z.output<B>> {
  const read = {
    params: readPart(params, request.params, new UserError("notFound", {}, 404)),
    query: readPart(query, request.query, new UserError("badRequest", {}, 400)),
    body: undefined as unknown,
  };
  if (body !== undefined) {
    // express.json leaves what does not call itself JSON; only our own pages can send that across origins unasked.
    if (request.body === undefined && request.get("content-type") !== undefined)
      throw new UserError("badRequest", {}, 415);
    if (!isWellFormed(request.body)) throw new UserError("badRequest", {}, 400);
    read.body = readBody(body, request.body ?? {});
  }
  return read as Input<z.output<P>, z.output<Q>, z.output<B>>;
}

function readPart(type: z.ZodType | undefined, value: unknown, fault: UserError): unknown {
  if (type === undefined) return {};
  const result = isWellFormed(value) ? type.safeParse(value) : null;
  if (!result?.success) throw fault;
  return result.data;
}

/**
 * Whether the input is text at all: a database accepts neither the character zero nor unpaired surrogates, and nobody types them.
 * @param value out of JSON or an address
 * @returns false when a string anywhere in it, keys included, is no text
 */
function isWellFormed(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, part]) => isWellFormed(key) && isWellFormed(part));
}

/** A body, checked. @throws UserError 422 with the code of the fault, or `invalid` when the body has another shape altogether */
export function readBody<T extends z.ZodType>(type: T, body: unknown): z.output<T> {
  const result = type.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UserError(issue?.code === "custom" ? issue.message : "invalid", {}, 422);
}
