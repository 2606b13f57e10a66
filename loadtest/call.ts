// Calls the endpoints of schema/http/ from a program. What comes back is checked, as it may be another version's.

import type { z } from "zod";
import {
  addressOf,
  type AddressParts,
  type CallArguments,
  type CallInput,
  type CallReply,
  type Endpoint,
} from "../schema/http/endpoint.ts";
import type { ServerAddress } from "../sdk/connect.ts";

/** The answer as it comes, a refusal too. Rejects where nothing answers. */
export function send<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>(
  server: ServerAddress,
  endpoint: Endpoint<P, Q, B, R>,
  ...input: CallArguments<CallInput<P, Q, B>>
): Promise<Response>;
export function send(
  { url, headers }: ServerAddress,
  endpoint: Endpoint,
  input: AddressParts & { readonly body?: unknown } = {},
): Promise<Response> {
  const address = url + addressOf(endpoint, input);
  const { method } = endpoint;
  if (input.body === undefined) return fetch(address, { method, headers: { ...headers } });
  const withType = { "content-type": "application/json", ...headers };
  return fetch(address, { method, headers: withType, body: JSON.stringify(input.body) });
}

/** The reply. @throws Error when the server refuses, or replies with something else */
export async function call<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>(
  server: ServerAddress,
  endpoint: Endpoint<P, Q, B, R>,
  ...input: CallArguments<CallInput<P, Q, B>>
): Promise<CallReply<R>> {
  const response = await send(server, endpoint, ...input);
  if (!response.ok) throw new Error(`${endpoint.path}: ${response.status} ${await response.text()}`);
  return endpoint.reply?.parse(await response.json()) as CallReply<R>;
}
