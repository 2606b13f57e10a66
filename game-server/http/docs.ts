// The API's description: as OpenAPI at /api/openapi.json for programs, as a page at /api/docs for people. Both are made once, from
// schema/http/.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Router } from "express";
import { type Html, html } from "../../admin/html.ts";
import type { Endpoint } from "../../schema/http/endpoint.ts";
import { describeApi } from "./openapi.ts";

const STYLE = readFileSync(join(import.meta.dirname, "docs.css"), "utf8");

interface Content {
  readonly schema?: unknown;
  /** What the data of each event is. */
  readonly "x-events"?: unknown;
}

interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
}

export function docsRoutes(endpoints: readonly Endpoint[]): Router {
  const description = describeApi(endpoints);
  const page = pageOf(endpoints, description["paths"] as Readonly<Record<string, Readonly<Record<string, Operation>>>>);
  const router = Router();
  router.get("/openapi.json", (_request, response) => {
    response.json(description);
  });
  router.get("/docs", (_request, response) => {
    response.type("text/html").send(page);
  });
  router.get("/docs/style.css", (_request, response) => {
    response.type("text/css").send(STYLE);
  });
  return router;
}

function pageOf(
  endpoints: readonly Endpoint[],
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>,
): string {
  const tags = [...new Set(endpoints.map(({ tag }) => tag))];
  const sections = tags.map((tag) => {
    const those = endpoints.filter((one) => one.tag === tag);
    return html`<section>
      <h2 id="${anchor(tag)}">${tag}</h2>
      ${those.map((one) => operationOf(one, paths[one.path]![one.method.toLowerCase()]!))}
    </section>`;
  });
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Rally's HTTP API</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/api/docs/style.css" />
      </head>
      <body>
        <header>
          <h1>Rally's HTTP API</h1>
          <p>
            Authenticated by the session cookie. Requests that change something need an <code>Origin</code> header of
            this server, as browsers send it. An error has the body <code>{"error": {"code": …, "values": …}}</code>.
            For programs: <a href="/api/openapi.json">openapi.json</a>. A program that plays has to say that it is a
            bot, and is called Robo and something: see docs/bots.md in the source. Back to <a href="/">the game</a>.
          </p>
          <nav aria-label="Parts">${tags.map((tag) => html`<a href="#${anchor(tag)}">${tag}</a> `)}</nav>
        </header>
        <main>${sections}</main>
      </body>
    </html> `.text;
}

function anchor(tag: string): string {
  return tag.toLowerCase().replaceAll(" ", "-");
}

function operationOf({ method, path, access }: Endpoint, operation: Operation): Html {
  const { summary, description, parameters, requestBody, responses } = operation;
  const asked = Object.entries(requestBody?.content ?? {});
  const answers = Object.entries(responses).filter(([status]) => Number(status) < 400);
  return html`<details>
    <summary>
      <span class="method">${method}</span> <code>${path}</code> <span class="access">${access}</span>
      <span class="words">${summary}</span>
    </summary>
    <p>${description}</p>
    ${parameters.map((one) => html`<p><code>${one.name}</code> in the ${one.in}${one.required ? "" : ", optional"}</p>`)}
    ${asked.map(([type, { schema }]) => schemaOf(`Body, ${type}`, schema))}
    ${answers.map(([status, { content = {} }]) =>
      schemaOf(`Answer, ${status}`, answeredWith(Object.values(content)[0])),
    )}
  </details>`;
}

function answeredWith(content: Content | undefined): unknown {
  return content?.["x-events"] ?? content?.schema;
}

function schemaOf(title: string, schema: unknown): Html {
  if (schema === null || schema === undefined) return html`<p>${title}: nothing.</p>`;
  return html`<h3>${title}</h3>
    <pre tabindex="0">${JSON.stringify(schema, null, 2)}</pre>`;
}
