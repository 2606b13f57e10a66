// Talks to 42 as to a server that may be down, slow or broken: how long an answer may take and how large it may be is bounded, and
// it is checked for what we need. passport-42 itself has neither bound, and throws where an answer has another shape.

import { z } from "zod";

const ANSWER_MS = 6_000;
const MAX_ANSWER_BYTES = 256 * 1024;

/** Why nobody can be signed in with 42 now: part of an i18n code. */
export type FaultKind = "down" | "refused" | "nonsense" | "stale";

export class FortyTwoFault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** All we keep about somebody at 42. */
export interface FortyTwoPerson {
  readonly id: string;
  readonly login: string;
}

export interface Provider {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** The access token for a code. @throws FortyTwoFault */
  exchange(code: string, params: Readonly<Record<string, string>>): Promise<string>;
  /** The token's owner. @throws FortyTwoFault */
  me(token: string): Promise<FortyTwoPerson>;
}

export interface FortyTwoSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** https://api.intra.42.fr, or the address of a fake. */
  readonly url: URL;
}

const Token = z.object({ access_token: z.string().min(1).max(4096) });
const Refusal = z.object({ error: z.string().max(100) });
const Me = z.object({
  id: z.union([z.int().positive(), z.string().regex(/^\d{1,30}$/u)]).transform(String),
  login: z.string().trim().min(1).max(64),
});

export function createProvider({ clientId, clientSecret, url }: FortyTwoSettings): Provider {
  const tokenUrl = new URL("/oauth/token", url);
  const meUrl = new URL("/v2/me", url);
  return {
    authorizeUrl: new URL("/oauth/authorize", url).href,
    tokenUrl: tokenUrl.href,
    async exchange(code, params) {
      const body = new URLSearchParams({ ...params, code, client_id: clientId, client_secret: clientSecret });
      return (await ask(tokenUrl, { method: "POST", body }, Token)).access_token;
    },
    me: (token) => ask(meUrl, { headers: { authorization: `Bearer ${token}` } }, Me),
  };
}

type Asking =
  | { readonly headers: Readonly<Record<string, string>> }
  | { readonly method: "POST"; readonly body: URLSearchParams };

async function ask<T extends z.ZodType>(url: URL, init: Asking, shape: T): Promise<z.output<T>> {
  const { status, text } = await answerOf(url, init);
  const json = asJson(text);
  if (status === 429 || status >= 500) throw new FortyTwoFault("down", `${url.pathname} answered ${status}`);
  if (status !== 200) {
    const error = Refusal.safeParse(json).data?.error ?? "";
    // A code that was used before, or is too old.
    if (error === "invalid_grant") throw new FortyTwoFault("stale", "the code is worth nothing any more");
    throw new FortyTwoFault("nonsense", `${url.pathname} answered ${status} ${error}`);
  }
  const parsed = shape.safeParse(json);
  if (!parsed.success) throw new FortyTwoFault("nonsense", `${url.pathname} answered something else`);
  return parsed.data;
}

async function answerOf(url: URL, init: Asking): Promise<{ status: number; text: string }> {
  try {
    const headers = { accept: "application/json", "user-agent": "Rally", ...("headers" in init ? init.headers : {}) };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const response = await fetch(url, { ...init, headers, signal, redirect: "manual" });
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of response.body ?? []) {
      bytes += part.length;
      if (bytes > MAX_ANSWER_BYTES) return { status: response.status, text: "" };
      parts.push(part);
    }
    return { status: response.status, text: Buffer.concat(parts).toString("utf8") };
  } catch (error) {
    throw new FortyTwoFault("down", `${url.pathname} does not answer`, { cause: error });
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
