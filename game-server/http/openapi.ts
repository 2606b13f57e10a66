// Describes the API as OpenAPI 3.1, generated from schema/http/, so it can't be out of date.

import { z } from "zod";
import { type Endpoint } from "../../schema/http/endpoint.ts";
import { Problem } from "../../schema/http/problem.ts";

type Json = Record<string, unknown>;

/** The statuses of errors, with what they mean everywhere. */
const REFUSALS: Readonly<Record<number, string>> = {
  400: "The request makes no sense.",
  401: "Nobody is signed in in this browser.",
  403: "Refused.",
  404: "There is no such thing.",
  409: "That is taken, or not possible now.",
  410: "That was used, or is too old.",
  413: "Too large.",
  415: "The body is of another kind.",
  422: "A field is wrong.",
  429: "Too many tries; `values.seconds` says how long to wait, and so does Retry-After.",
  503: "The server cannot do that right now; try again.",
};

export function describeApi(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const one of endpoints) {
    const path = (paths[one.path] ??= {});
    path[one.method.toLowerCase()] = describeEndpoint(one);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Rally",
      version: "1",
      description: "Authenticated by the session cookie. An error is a Problem, whose code the page has words for.",
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, "output") },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "rally.sid" } },
    },
  };
}

function describeEndpoint(one: Endpoint): Json {
  const { refusals = [] } = one;
  const codes = refusals.length === 0 ? "" : ` Refuses with: ${refusals.join(", ")}.`;
  return {
    operationId: `${one.method} ${one.path}`,
    summary: one.summary,
    description: `For: ${one.access}.${codes}`,
    tags: [one.tag],
    "x-access": one.access,
    security: one.access === "anyone" ? [{}, { session: [] }] : [{ session: [] }],
    parameters: [...parametersOf(one.params, "path"), ...parametersOf(one.query, "query")],
    ...(one.body === undefined && one.bytes === undefined ? {} : { requestBody: bodyOf(one) }),
    responses: { ...answerOf(one), ...problems() },
  };
}

function parametersOf(type: z.ZodObject | undefined, where: "path" | "query"): Json[] {
  if (type === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(type, "input") as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => {
    return { name, in: where, required: where === "path" || required.includes(name), schema };
  });
}

function bodyOf({ body, bytes = [] }: Endpoint): Json {
  if (body !== undefined)
    return { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } };
  const binary = { schema: { type: "string", format: "binary" } };
  return { required: true, content: Object.fromEntries(bytes.map((type) => [type, binary])) };
}

function answerOf({ reply, replyType, events, status }: Endpoint): Json {
  if (events !== undefined) return { 200: describeEvents(events) };
  if (replyType !== undefined) return { [status ?? 200]: { description: "The bytes.", content: { [replyType]: {} } } };
  if (reply === undefined) return { [status ?? 204]: { description: "Done." } };
  const content = { "application/json": { schema: schemaOf(reply, "output") } };
  return { [status ?? 200]: { description: "Done.", content } };
}

/** OpenAPI can't describe events, so the data of each stands beside. */
function describeEvents(events: NonNullable<Endpoint["events"]>): Json {
  const named = Object.entries(events).map(([name, type]) => [name, schemaOf(type, "output")] as const);
  const description = `Events, as they happen: ${named.map(([name]) => name).join(", ")}. The data of each is JSON.`;
  const content = { "text/event-stream": { schema: { type: "string" }, "x-events": Object.fromEntries(named) } };
  return { description, content };
}

function problems(): Json {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries(
    Object.entries(REFUSALS).map(([status, description]) => [status, { description, content }]),
  );
}

/** Our rules that JSON Schema can't express are left out; the server enforces them. */
function schemaOf(type: z.ZodType, io: "input" | "output"): Json {
  const schema = z.toJSONSchema(type, { io, unrepresentable: "any" }) as Json;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema"));
}
