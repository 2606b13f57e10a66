// Talks to the server's HTTP API. Calls fail in two ways: the server refuses (Refused), or can't be reached (Unreachable).

import type { z } from "zod";
import {
  addressOf,
  type AddressParts,
  type CallArguments,
  type CallInput,
  type CallReply,
  type Endpoint,
} from "../../schema/http/endpoint.ts";
import type { Problem } from "../../schema/http/problem.ts";

/** The server cannot be reached, or whoever stands before it says that it cannot. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super("the server does not answer", { cause });
    this.name = "Unreachable";
  }
}

/** The server refused: `code` is an i18n key. */
export class Refused extends Error {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: string, values: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = "Refused";
    this.code = code;
    this.values = values;
  }
}

/** Answers of a proxy whose server is away. */
const AWAY = new Set([502, 503, 504]);

/**
 * Calls an endpoint of schema/http/, of which the page has the method and the path, and nothing else (scripts/plain-endpoints.ts).
 * @throws Refused when the server refuses, Unreachable when it is away
 */
export function call<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Reply extends z.ZodType,
>(
  endpoint: Endpoint<Params, Query, Body, Reply>,
  ...input: CallArguments<CallInput<Params, Query, Body>>
): Promise<CallReply<Reply>>;
export async function call(
  endpoint: Endpoint,
  input: AddressParts & { readonly body?: unknown } = {},
): Promise<unknown> {
  const headers = new Headers({ accept: "application/json" });
  const init: RequestInit = { method: endpoint.method, headers, cache: "no-store" };
  if (input.body !== undefined) {
    headers.set("content-type", "application/json");
    init.body = JSON.stringify(input.body);
  }
  const response = await fetch(addressOf(endpoint, input), init).catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  if (AWAY.has(response.status)) throw new Unreachable();
  if (response.status === 204) return undefined;
  const reply: unknown = await response.json().catch(() => null);
  if (response.ok && reply !== null) return reply;
  if (isProblem(reply)) throw new Refused(reply.error.code, reply.error.values);
  throw new Refused("bug");
}

function isProblem(reply: unknown): reply is Problem {
  const error = (reply as Partial<Problem> | null)?.error;
  return typeof error?.code === "string";
}
