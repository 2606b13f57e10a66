// A 42 of one's own, with the real one's paths: /oauth/authorize, /oauth/token, /v2/me. Checks what the real one checks, and can
// be told to misbehave. For tests, and for trying out signing in with 42 (main.ts).

import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import express, { type Request, type Response } from "express";
import { choicePage } from "./page.ts";
import { type FakePerson, personCalled, profileOf } from "./people.ts";

/** Registered with the application, as far as the path goes. */
const CALLBACK_PATH = "/auth/42/callback";
const CODE_LASTS_MS = 10 * 60_000;

/** How it misbehaves: cuts the connection, never answers, fails, or answers something else with 200. */
export type Misbehaviour = "cut" | "slow" | "fail" | { readonly answer: string; readonly type: string };

export interface FakeFortyTwo {
  readonly url: string;
  /** What happens at a path instead of what should. */
  readonly misbehave: Map<"/oauth/token" | "/v2/me", Misbehaviour>;
  /** How often a path was asked. */
  readonly asked: Map<string, number>;
  /** Chooses on the page that the address leads to, and returns where that sends the browser. */
  choose(authorizeUrl: string, choice: { readonly login: string } | { readonly refuse: "yes" }): Promise<string>;
  close(): Promise<void>;
}

export interface FakeFortyTwoOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** 0: any free one. */
  readonly port: number;
}

interface Grant {
  readonly person: FakePerson;
  readonly redirectUri: string;
  /** null: the application does without PKCE. */
  readonly challenge: string | null;
  readonly untilMs: number;
}

interface Granted extends FakeFortyTwoOptions {
  readonly codes: Map<string, Grant>;
  readonly tokens: Map<string, FakePerson>;
}

export async function startFakeFortyTwo(options: FakeFortyTwoOptions): Promise<FakeFortyTwo> {
  const granted: Granted = { ...options, codes: new Map(), tokens: new Map() };
  const misbehave: FakeFortyTwo["misbehave"] = new Map();
  const asked: FakeFortyTwo["asked"] = new Map();
  const app = express();
  app.use((request, response, next) => {
    asked.set(request.path, (asked.get(request.path) ?? 0) + 1);
    const how = misbehave.get(request.path as "/v2/me");
    if (how === undefined) next();
    else misbehaveSo(how, response);
  });
  app.get("/oauth/authorize", (request, response) => {
    const fault = faultOf(granted, queryOf(request));
    if (fault === null) response.type("html").send(choicePage(queryOf(request)));
    else response.status(401).type("text").send(fault);
  });
  app.get("/oauth/choose", (request, response) => {
    answerChoice(granted, request, response);
  });
  app.post("/oauth/token", express.urlencoded({ extended: false }), (request, response) => {
    answerToken(granted, request.body as Record<string, unknown>, response);
  });
  app.get("/v2/me", (request, response) => {
    const token = /^Bearer (.+)$/u.exec(request.get("authorization") ?? "")?.[1] ?? "";
    const person = granted.tokens.get(token);
    if (person === undefined)
      response.status(401).json({ error: "Not authorized", message: "The access token is invalid" });
    else response.json(profileOf(person));
  });

  const http = createServer(app).listen(options.port, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("the fake 42 has no port");
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    misbehave,
    asked,
    async choose(authorizeUrl, choice) {
      const page = new URL(authorizeUrl);
      const shown = await fetch(page);
      if (!shown.ok) throw new Error(`the fake 42 refuses the application: ${await shown.text()}`);
      for (const [name, value] of Object.entries(choice)) page.searchParams.set(name, value);
      const chosen = await fetch(new URL(`/oauth/choose${page.search}`, page), { redirect: "manual" });
      return chosen.headers.get("location") ?? "";
    },
    async close() {
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
}

function misbehaveSo(how: Misbehaviour, response: Response): void {
  if (how === "slow") return;
  if (how === "cut") response.socket?.destroy();
  else if (how === "fail") response.status(503).type("text").send("Service Unavailable");
  else response.type(how.type).send(how.answer);
}

function queryOf(request: Request): URLSearchParams {
  return new URL(request.url, "http://localhost").searchParams;
}

/** What the real one would refuse an application for, or null. */
function faultOf({ clientId }: Granted, query: URLSearchParams): string | null {
  if (query.get("client_id") !== clientId) return "Client authentication failed: unknown client.";
  if (query.get("response_type") !== "code") return "The authorization server does not support this response type.";
  const redirect = query.get("redirect_uri") ?? "";
  if (!URL.canParse(redirect) || new URL(redirect).pathname !== CALLBACK_PATH)
    return "The redirect uri included is not valid.";
  if (query.has("code_challenge") && query.get("code_challenge_method") !== "S256") return "Only S256 is known.";
  return null;
}

function answerChoice(granted: Granted, request: Request, response: Response): void {
  const query = queryOf(request);
  const fault = faultOf(granted, query);
  if (fault !== null) return void response.status(401).type("text").send(fault);
  const back = new URL(query.get("redirect_uri")!);
  const state = query.get("state");
  if (query.has("refuse")) {
    back.searchParams.set("error", "access_denied");
    back.searchParams.set("error_description", "The resource owner or authorization server denied the request.");
  } else {
    const code = randomBytes(32).toString("hex");
    granted.codes.set(code, {
      person: personCalled(query.get("login") ?? ""),
      redirectUri: back.href,
      challenge: query.get("code_challenge"),
      untilMs: Date.now() + CODE_LASTS_MS,
    });
    back.searchParams.set("code", code);
  }
  if (state !== null) back.searchParams.set("state", state);
  response.redirect(back.href);
}

function answerToken(
  { clientId, clientSecret, codes, tokens }: Granted,
  body: Record<string, unknown>,
  response: Response,
) {
  if (body["client_id"] !== clientId || body["client_secret"] !== clientSecret)
    return void response
      .status(401)
      .json({ error: "invalid_client", error_description: "Client authentication failed." });
  const code = String(body["code"]);
  const grant = codes.get(code);
  // A code works only once, whoever presents it.
  codes.delete(code);
  const isRight =
    grant !== undefined &&
    grant.untilMs > Date.now() &&
    body["grant_type"] === "authorization_code" &&
    body["redirect_uri"] === grant.redirectUri &&
    (grant.challenge === null || challengeOf(body["code_verifier"]) === grant.challenge);
  if (!isRight)
    return void response
      .status(401)
      .json({ error: "invalid_grant", error_description: "The grant is invalid or expired." });
  const token = randomBytes(32).toString("hex");
  tokens.set(token, grant.person);
  response.json({ access_token: token, token_type: "bearer", expires_in: 7200, scope: "public", created_at: 0 });
}

function challengeOf(verifier: unknown): string {
  return createHash("sha256")
    .update(typeof verifier === "string" ? verifier : "")
    .digest("base64url");
}
