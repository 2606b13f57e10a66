// Asks a server over HTTP as one browser does: keeps its cookie and sends its page's origin.

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON, otherwise the text. */
  readonly body: unknown;
}

export interface Visitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Another method, with JSON. */
  send(method: "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<Answer>;
  /** As a Cookie header; "" before there is one. */
  cookie(): string;
}

/** @param cookie of a browser that has been there before */
export function visit(url: string, cookie = ""): Visitor {
  async function ask(path: string, init: RequestInit, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const origin = new URL(url).origin;
    const response = await fetch(url + path, { ...init, headers: { cookie, origin, ...headers }, redirect: "manual" });
    const set = response.headers.getSetCookie()[0];
    if (set !== undefined) cookie = set.split(";")[0] ?? "";
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  return {
    get: (path, headers = {}) => ask(path, {}, headers),
    post: (path, body, headers = {}) =>
      ask(path, { method: "POST", body: JSON.stringify(body) }, { "content-type": "application/json", ...headers }),
    send: (method, path, body) => {
      const json = { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
      return ask(
        path,
        { method, ...(body === undefined ? {} : { body: json.body }) },
        body === undefined ? {} : json.headers,
      );
    },
    cookie: () => cookie,
  };
}
