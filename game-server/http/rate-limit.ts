// How often one address may ask for something that costs a row or a room.

import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import type { RequestHandler } from "express";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { UserError } from "../../rooms/user-error.ts";

/** Refuses with 429 `tooMany` and the seconds to wait. */
export function perMinute(times: number): RequestHandler {
  const limiter = new RateLimiterMemory({ points: times, duration: 60 });
  return async (request, _response, next) => {
    try {
      await limiter.consume(addressKey(request.ip ?? ""));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new UserError("tooMany", { seconds: Math.ceil(refusal.msBeforeNext / 1000) }, 429);
    }
    next();
  };
}

/**
 * Where a request comes from, as Express's `request.ip` says for those that reach Express.
 * @param trustedProxies how many of ours stand in front, each of which adds whom it has heard to `X-Forwarded-For`
 */
export function visitorAddress({ headers, socket }: IncomingMessage, trustedProxies: number): string {
  const told = String(headers["x-forwarded-for"] ?? "").split(",");
  const addresses = [socket.remoteAddress ?? "", ...told.map((address) => address.trim()).toReversed()];
  const known = addresses.filter((address) => address !== "");
  return known[Math.min(trustedProxies, known.length - 1)] ?? "";
}

/** Whoever has an IPv6 address has its whole /64, so that counts as one. */
export function addressKey(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  if (tail === undefined) return groups.slice(0, 4).join(":");
  const after = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: 8 - (head === "" ? 0 : groups.length) - after.length }, () => "0");
  return [...(head === "" ? [] : groups), ...zeros, ...after].slice(0, 4).join(":");
}
