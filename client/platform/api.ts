// Talks to the server's HTTP API. What goes wrong is one of two: the server says no (Refusal), or is not there (Unreachable).

import type { GuestRequest, MeReply } from "../../schema/http/guests.ts";
import type { MatchReply } from "../../schema/http/matches.ts";
import type { Problem } from "../../schema/http/problem.ts";
import type { RatingsReply } from "../../schema/http/ratings.ts";
import type { SiteReply } from "../../schema/http/site.ts";
import type { LiveReply } from "../../schema/http/spectating.ts";
import type { InvitationRequest, TableReply, TableRequest } from "../../schema/http/tables.ts";

/** The server cannot be reached, or whoever stands before it says that it cannot. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super("the server does not answer", { cause });
    this.name = "Unreachable";
  }
}

/** The server said no: `code` is an i18n key. */
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

/** Who this browser is. */
export function askMe(): Promise<MeReply> {
  return request("GET", "/api/me");
}

/** Takes a name, or another one. */
export function takeName(body: GuestRequest): Promise<MeReply> {
  return request("POST", "/api/guests", body);
}

/** Signs this browser out. */
export function signOut(): Promise<void> {
  return request("POST", "/api/sign-out");
}

/** Mails the link that verifies the account's address once more. */
export function mailVerification(): Promise<void> {
  return request("POST", "/api/account/email/verification");
}

/** Makes a table for oneself and a friend. */
export function makeTable(body: InvitationRequest): Promise<TableReply> {
  return request("POST", "/api/invitations", body);
}

/** Makes a table against the computer, or for two at this keyboard. */
export function setUpTable(body: TableRequest): Promise<TableReply> {
  return request("POST", "/api/tables", body);
}

/** Who runs this server and what it offers. */
export function askSite(): Promise<SiteReply> {
  return request("GET", "/api/site");
}

/** A player's rating in each mode. */
export function askRatings(login: string): Promise<RatingsReply> {
  return request("GET", `/api/players/${encodeURIComponent(login)}/ratings`);
}

/** Matches that are on and may be watched. */
export function askLive(): Promise<LiveReply> {
  return request("GET", "/api/live");
}

/** What became of a match. */
export function askMatch(id: string): Promise<MatchReply> {
  return request("GET", `/api/matches/${encodeURIComponent(id)}`);
}

/**
 * Asks the server; an answer of 204 is undefined.
 * @throws Refused when it says no, Unreachable when it is away
 */
export async function request<Reply>(method: string, path: string, body?: object): Promise<Reply> {
  const headers = new Headers({ accept: "application/json" });
  const init: RequestInit = { method, headers, cache: "no-store" };
  if (body !== undefined) {
    headers.set("content-type", "application/json");
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init).catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  if (AWAY.has(response.status)) throw new Unreachable();
  if (response.status === 204) return undefined as Reply;
  const reply: unknown = await response.json().catch(() => null);
  if (response.ok && reply !== null) return reply as Reply;
  if (isProblem(reply)) throw new Refused(reply.error.code, reply.error.values);
  throw new Refused("bug");
}

function isProblem(reply: unknown): reply is Problem {
  const error = (reply as Partial<Problem> | null)?.error;
  return typeof error?.code === "string";
}
