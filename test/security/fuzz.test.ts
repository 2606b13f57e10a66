// Every endpoint, asked with what its own description allows and with what it does not, as nobody and as each kind of caller:
// none breaks. What it says is read from /api/openapi.json, as a stranger would.

import assert from "node:assert/strict";
import fc, { type Arbitrary } from "fast-check";
import { seedAccount } from "../support/accounts.ts";
import { visit } from "../support/browser-like.ts";
import { onServer } from "../support/both-servers.ts";
import { exactly, type JsonSchema, NASTY, valuesFor } from "../support/json-schema.ts";
import type { TestServer } from "../support/server.ts";
import { serverComplaints } from "../support/server-complaints.ts";

const RUNS = 15;
/** Ends the caller's session, so each gets another one. */
const CALLERS = ["nobody", "player", "admin"] as const;

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

const cookies: Record<(typeof CALLERS)[number], string> = { nobody: "", player: "", admin: "" };

onServer("the API under fuzz", {
  async seed(database) {
    cookies.player = (await seedAccount(database, "fuzzed")).cookie;
    cookies.admin = (await seedAccount(database, "fuzzing", { role: "admin" })).cookie;
    await seedAccount(database, "bystander");
  },
  tests,
});

function tests(server: () => TestServer): void {
  it("never answers with a fault of its own", async () => {
    for (const { method, path, operation } of await described(server().url)) {
      // What ends the caller's own session would leave the others nothing to do.
      const callers = path.includes("sign-out") || path.includes("devices") ? (["nobody"] as const) : CALLERS;
      for (const caller of callers) await fuzz(server().url, method, path, operation, caller);
    }
    assert.deepEqual(bugs(server()), []);
  });

  it("takes harmful text in each single field, the others being right", async () => {
    for (const { method, path, operation } of await described(server().url)) {
      if (path.includes("sign-out") || path.includes("devices")) continue;
      for (const request of withNasty(path, operation)) await ask(server().url, method, request, "admin");
    }
    assert.deepEqual(bugs(server()), []);
    const { status } = await visit(server().url).get("/api/players/bystander");
    assert.equal(status, 200, "and everything is still there");
  });
}

async function described(url: string) {
  const { body } = await visit(url).get("/api/openapi.json");
  const { paths } = body as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

function bugs(server: TestServer): string[] {
  return serverComplaints(server).filter((line) => line.includes("a bug"));
}

/** One request for each field and each harmful text. */
function withNasty(path: string, { parameters, requestBody }: Operation): FuzzRequest[] {
  const schema = requestBody?.content["application/json"]?.schema;
  const [body = {}] = schema === undefined ? [] : fc.sample(fittingBody(schema), { numRuns: 1, seed: 7 });
  const type = "application/json";
  const right = path.replace("{login}", "bystander").replace(/\{\w+\}/gu, "00000000-0000-4000-8000-000000000000");
  return NASTY.flatMap((text) => [
    ...parameters.map(({ name, in: place }) => {
      const address =
        place === "path" ? path.replaceAll(/\{\w+\}/gu, encode(text)) : `${right}?${name}=${encode(text)}`;
      return { address, type, body: JSON.stringify(body) };
    }),
    ...Object.keys(body).map((name) => ({ address: right, type, body: JSON.stringify({ ...body, [name]: text }) })),
  ]);
}

/** One that the endpoint takes as it is, as far as its description says. */
function fittingBody(schema: JsonSchema): Arbitrary<Readonly<Record<string, unknown>>> {
  return exactly(schema)
    .map((value) => value as Record<string, unknown>)
    .filter((value) => Object.keys(value).length > 0);
}

interface FuzzRequest {
  readonly address: string;
  readonly type: string;
  readonly body: string;
}

async function ask(url: string, method: string, request: FuzzRequest, caller: keyof typeof cookies): Promise<void> {
  const { address, type, body } = request;
  const headers = { origin: new URL(url).origin, "content-type": type, cookie: cookies[caller] };
  const answer = await fetch(url + address, method === "GET" ? { headers } : { method, headers, body });
  const text = await answer.text();
  assert.ok(answer.status < 500, `${method} ${address} ${body} as ${caller}: ${answer.status} ${text}`);
}

async function fuzz(url: string, method: string, path: string, operation: Operation, caller: keyof typeof cookies) {
  await fc.assert(
    fc.asyncProperty(requestsFor(path, operation), (request) => ask(url, method, request, caller)),
    { numRuns: RUNS },
  );
}

function requestsFor(path: string, { parameters, requestBody }: Operation) {
  const values = fc.record(Object.fromEntries(parameters.map(({ name, schema }) => [name, parameter(schema)])));
  const address = values.map((given) => {
    const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => encode(String(given[name])));
    const query = parameters.filter((one) => one.in === "query").map(({ name }) => `${name}=${encode(given[name]!)}`);
    return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
  });
  const json = requestBody?.content["application/json"]?.schema;
  const bodies: Arbitrary<string> =
    json === undefined ? fc.string({ maxLength: 300 }) : valuesFor(json).map((value) => JSON.stringify(value) ?? "");
  const type = fc.constantFrom("application/json", "application/json", "application/json", "text/plain", "image/png");
  return fc.record({ address, body: fc.oneof({ weight: 9, arbitrary: bodies }, fc.string()), type });
}

function parameter(schema: JsonSchema): Arbitrary<string> {
  // Not String(): nonsense may be an object whose toString is none.
  const fits = valuesFor(schema).map((value) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")));
  return fc.oneof(fits, fc.constantFrom("bystander", "fuzzed", ...NASTY)).filter((text) => text !== "");
}

/** As a program would that does not care whether a character is whole. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).slice(0, 4000);
}
