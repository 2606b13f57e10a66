// Lets the operator in, by the password of the settings, and nobody else. Everything below /admin stands behind it.

import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { RateLimiterMemory } from "rate-limiter-flexible";

const OPERATOR = "operator";
/** Wrong passwords from one address. Ten in ten minutes try out nothing, and a person needs fewer. */
const MAX_FAILURES = 10;
const FAILURES_FORGOTTEN_SECONDS = 600;

export interface OperatorGuardOptions {
  readonly password: string;
  readonly log: Logger;
}

/** HTTP basic authentication as `operator`; wrong passwords are logged, and few are let through. */
export function operatorGuard({ password, log }: OperatorGuardOptions): RequestHandler {
  const failures = new RateLimiterMemory({ points: MAX_FAILURES, duration: FAILURES_FORGOTTEN_SECONDS });
  const expected = digest(`${OPERATOR}:${password}`);

  return async (request, response, next) => {
    const address = request.ip ?? "";
    const failed = await failures.get(address);
    if (failed !== null && failed.consumedPoints >= MAX_FAILURES) {
      response.set("Retry-After", String(Math.ceil(failed.msBeforeNext / 1000)));
      response.status(429).type("text/plain").send("Too many wrong passwords. Try again in a few minutes.\n");
      return;
    }
    const given = credentials(request.headers.authorization);
    if (given === null || !timingSafeEqual(digest(given), expected)) {
      // A browser's first request has none; that is no attempt.
      if (given !== null) {
        await failures.penalty(address);
        log.warn({ address, path: request.baseUrl }, "wrong operator password");
      }
      response.set("WWW-Authenticate", 'Basic realm="Rally operators", charset="UTF-8"');
      response.status(401).type("text/plain").send("For operators.\n");
      return;
    }
    response.set("Cache-Control", "no-store");
    next();
  };
}

/** "user:password" of an Authorization header, or null when there is none. */
function credentials(header: string | undefined): string | null {
  const match = /^basic\s+(\S+)$/iu.exec(header ?? "");
  return match?.[1] === undefined ? null : Buffer.from(match[1], "base64").toString("utf8");
}

/** Of one length whatever was typed, as timingSafeEqual needs it. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
