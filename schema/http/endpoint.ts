// What an HTTP endpoint is, as data. endpoints.ts lists all of them; the server serves them by it (game-server/http/serve.ts),
// describes them by it (/api/openapi.json, /api/docs), and the tests hold who may call what against it.

import type { z } from "zod";

/** The least that a caller has to be. A `player` has an account. */
export const ACCESS = ["anyone", "guest", "player", "moderator", "admin"] as const;
export type Access = (typeof ACCESS)[number];

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> {
  readonly method: Method;
  /** With parts in braces: /api/players/{login}. */
  readonly path: string;
  readonly access: Who;
  /** What it does, in one sentence for whoever reads /api/docs. */
  readonly summary: string;
  /** Groups it in /api/docs. */
  readonly tag: string;
  /** Of the path's parts in braces. */
  readonly params?: Params;
  readonly query?: Query;
  /** JSON. */
  readonly body?: Body;
  /** Media types of a body that is no JSON; the handler gets its bytes. */
  readonly bytes?: readonly string[];
  /** JSON with 200. Left out: 204 and nothing. */
  readonly reply?: Reply;
  /** Media type of a reply that is no JSON. */
  readonly replyType?: string;
  /** Server-sent events with 200, in place of a reply: by their names, what the data of each is. */
  readonly events?: Readonly<Record<string, z.ZodType>>;
  /** Status of the reply, when it is not 200 or 204. */
  readonly status?: number;
  /** i18n codes that it may refuse with, besides the general ones. */
  readonly refusals?: readonly string[];
}

/** Keeps the types of the parts. */
export function endpoint<
  Who extends Access,
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
>(one: Endpoint<Params, Query, Body, Reply, Who>): Endpoint<Params, Query, Body, Reply, Who> {
  return one;
}
