// What an HTTP endpoint is, as data. endpoints.ts lists all of them; the server serves them by it (game-server/http/serve.ts),
// describes them by it (/api/openapi.json, /api/docs), pages and programs call them by it, and the tests check access against it.

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
  /** Media types of a body that isn't JSON; the handler gets its bytes. */
  readonly bytes?: readonly string[];
  /** JSON with 200. Left out: 204 and nothing. */
  readonly reply?: Reply;
  /** Media type of a reply that isn't JSON. */
  readonly replyType?: string;
  /** Server-sent events with 200, in place of a reply: by their names, what the data of each is. */
  readonly events?: Readonly<Record<string, z.ZodType>>;
  /** Status of the reply, when it is not 200 or 204. */
  readonly status?: number;
  /** i18n codes of its errors, besides the general ones. */
  readonly refusals?: readonly string[];
}

/** Keeps the types of the parts; `never` for one that it does not have. */
export function endpoint<
  Who extends Access,
  Params extends z.ZodObject = never,
  Query extends z.ZodObject = never,
  Body extends z.ZodType = never,
  Reply extends z.ZodType = never,
>(one: Endpoint<Params, Query, Body, Reply, Who>): Endpoint<Params, Query, Body, Reply, Who> {
  return one;
}

/** What a caller sends, by the name of the part. May be left out where the endpoint does not have it or asks for nothing in it. */
type Part<Name extends string, Type extends z.ZodType> = [Type] extends [never]
  ? unknown
  : object extends z.input<Type>
    ? { readonly [Key in Name]?: z.input<Type> }
    : { readonly [Key in Name]: z.input<Type> };

/** What a caller sends in all. */
export type CallInput<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> = Part<
  "params",
  Params
> &
  Part<"query", Query> &
  Part<"body", Body>;

/** What a caller gets. */
export type CallReply<Reply extends z.ZodType> = [Reply] extends [never] ? void : z.output<Reply>;

/** Arguments of a function that calls endpoints: the endpoint, and what it takes, if it takes anything. */
export type CallArguments<Input> = object extends Input ? [input?: Input] : [input: Input];

/** What an address is made of. Of the query, whatever is undefined is left out. */
export interface AddressParts {
  readonly params?: Readonly<Record<string, string | number | undefined>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
}

/** @throws Error when a part of the path has no value */
export function addressOf({ path }: Pick<Endpoint, "path">, { params = {}, query = {} }: AddressParts = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_part, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join("&");
  return search === "" ? filled : `${filled}?${search}`;
}
