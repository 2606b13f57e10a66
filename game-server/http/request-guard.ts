// Stands before everything that HTTP can ask of this process, Colyseus's own routes included, which check neither: no
// large bodies, no changes requested by foreign pages, no answers shared with them, no malformed addresses, no end of joins.

import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { matchMaker } from "@colyseus/core";
import { MAX_AVATAR_BYTES } from "../../schema/profile.ts";
import type { Problem } from "../../schema/http/problem.ts";
import { UserError } from "../../rooms/user-error.ts";
import type { AllowOrigin } from "../platform/origins.ts";
import type { LimitJoins } from "./join-limit.ts";

/** The largest body anybody has reason to send, apart from an avatar. */
const MAX_BODY_BYTES = 16 * 1024;
/** A little more than is accepted, so that the sender learns what is too large. */
export const MAX_IMAGE_BYTES = MAX_AVATAR_BYTES + 64 * 1024;
const IMAGE_PATH = "/api/account/avatar";
/** A refused body up to this is read past, so that the refusal arrives; beyond that, the connection is cut. */
const MAX_SKIPPED_BYTES = 32 * 1024 * 1024;
/** For the whole request, headers and body. */
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

export interface Gatekeepers {
  readonly allowOrigin: AllowOrigin;
  readonly limitJoins: LimitJoins;
}

/** Puts the guard before all listeners the server has so far; call it once they are all there. */
export function guardRequests(server: Server, { allowOrigin, limitJoins }: Gatekeepers): void {
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  const listeners = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    const pass = (): void => {
      for (const listener of listeners) listener.call(server, request, response);
    };
    const refusal = refusalOf(request, allowOrigin);
    if (refusal !== null) refuse(request, response, ...refusal);
    else if (isJoin(request)) void limitJoins(request).then(pass, (error) => refuseJoin(request, response, error));
    else pass();
  });
  guardUpgrades(server);
}

/** Whether Colyseus takes it for a request for a place in a room. */
function isJoin({ url = "" }: IncomingMessage): boolean {
  return new URL(`http://localhost${url}`).pathname.startsWith(`/${matchMaker.controller.matchmakeRoute}/`);
}

function refuseJoin(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const { status, code, values } = error instanceof UserError ? error : new UserError("bug", {}, 500);
  if (values["seconds"] !== undefined) response.setHeader("Retry-After", String(values["seconds"]));
  refuse(request, response, status, code);
}

/** Colyseus parses an address unchecked, and what that throws would end the process. */
function guardUpgrades(server: Server): void {
  const listeners = server.listeners("upgrade") as ((request: IncomingMessage, socket: Duplex, head: Buffer) => void)[];
  server.removeAllListeners("upgrade");
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (hasAddress(request)) {
      for (const listener of listeners) listener.call(server, request, socket, head);
    } else {
      socket.on("error", () => socket.destroy());
      socket.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
  });
}

/** Colyseus lets every website read every answer as the visitor; our pages are of the same origin and need none of it. */
export function lockDownCors(): void {
  const { controller } = matchMaker;
  for (const name of Object.keys(controller.DEFAULT_CORS_HEADERS))
    Reflect.deleteProperty(controller.DEFAULT_CORS_HEADERS, name);
  controller.getCorsHeaders = () => ({});
}

function refusalOf(request: IncomingMessage, allowOrigin: AllowOrigin): [number, string] | null {
  if (!hasAddress(request)) return [400, "badRequest"];
  if (!SAFE_METHODS.has(request.method ?? "")) {
    const { origin, host = "" } = request.headers;
    if (!allowOrigin(origin ?? null, host)) return [403, "foreignOrigin"];
    // This header is sent even where the browser leaves out the origin. Another host of the same domain is another site to us.
    const { "sec-fetch-site": site = "none" } = request.headers;
    if (origin === undefined && site !== "same-origin" && site !== "none") return [403, "foreignOrigin"];
  }
  // Without a length nobody can say when it is too much. Every browser and HTTP library sends one for a short body.
  if (request.headers["transfer-encoding"] !== undefined) return [411, "lengthRequired"];
  if (isImage(request)) return bodyBytes(request) > MAX_IMAGE_BYTES ? [413, "avatar.tooLarge"] : null;
  return bodyBytes(request) > MAX_BODY_BYTES ? [413, "tooLarge"] : null;
}

function isImage({ method, url, headers }: IncomingMessage): boolean {
  return method === "PUT" && url === IMAGE_PATH && (headers["content-type"] ?? "").startsWith("image/");
}

/** Whether host and path make a valid address: HTTP lets `*` and half a host through. */
function hasAddress({ url = "", headers }: IncomingMessage): boolean {
  return url.startsWith("/") && URL.canParse(`http://${headers.host || "localhost"}${url}`);
}

function bodyBytes(request: IncomingMessage): number {
  return Number(request.headers["content-length"] ?? 0);
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, code: string): void {
  const endless = request.headers["transfer-encoding"] !== undefined || bodyBytes(request) > MAX_SKIPPED_BYTES;
  if (endless) response.setHeader("Connection", "close");
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ error: { code } } satisfies Problem));
  // Reads on without keeping anything.
  if (!endless) request.resume();
}
