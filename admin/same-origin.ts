// Whether a request to the operators' pages comes from those pages. A browser sends the operator's password along with
// whatever any website asks for, and the monitor changes things by GET, so the usual look at the method protects nothing.

import type { RequestHandler } from "express";
import type { Logger } from "pino";

export type AllowOrigin = (origin: string | null, host: string) => boolean;

/** Pages that change nothing, which may be linked to from anywhere. */
const ENTRANCES = new Set(["/", "/style.css", "/reports", "/reports.json", "/monitor", "/monitor/"]);

/**
 * Everything but the entrances must show that one of our pages asked, or a person by typing the address. Over plain HTTP
 * browsers leave Sec-Fetch-Site out and may leave out the rest too, so a request that shows nothing is refused: scripts
 * send an Origin.
 */
export function requireSameOrigin(allowOrigin: AllowOrigin, log: Logger): RequestHandler {
  return (request, response, next) => {
    const isEntrance = request.method === "GET" && ENTRANCES.has(request.path);
    if (isEntrance || comesFromHere(request.headers, allowOrigin)) return next();
    log.warn({ path: request.baseUrl + request.path }, "a foreign page asked in the operator's name");
    response.status(403).type("text/plain").send("Open this page by its own address.\n");
  };
}

interface Headers {
  origin?: string | undefined;
  host?: string | undefined;
  referer?: string | undefined;
  "sec-fetch-site"?: string | string[] | undefined;
}

function comesFromHere(headers: Headers, allowOrigin: AllowOrigin): boolean {
  const host = headers.host ?? "";
  if (headers.origin !== undefined) return allowOrigin(headers.origin, host);
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { referer } = headers;
  return referer !== undefined && URL.canParse(referer) && allowOrigin(new URL(referer).origin, host);
}
