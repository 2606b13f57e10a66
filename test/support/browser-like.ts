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
  /** With any method; the body, where there is one, as JSON. */
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** As a Cookie header; "" before there is one. */
  cookie(): string;
}

/** @param before Cookie header of a browser that has been there before */
export function visit(url: string, before = ""): Visitor {
  /** By name, as a browser keeps them. */
  const cookies = new Map<string, string>();
  for (const pair of before.split("; ").filter(Boolean)) keep(cookies, pair);
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

  async function ask(path: string, init: RequestInit, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const origin = new URL(url).origin;
    const response = await fetch(url + path, {
      ...init,
      headers: { cookie: cookie(), origin, ...headers },
      redirect: "manual",
    });
    for (const set of response.headers.getSetCookie()) keep(cookies, set);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  function send(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    if (body === undefined) return ask(path, { method }, headers);
    return ask(path, { method, body: JSON.stringify(body) }, { "content-type": "application/json", ...headers });
  }

  return {
    get: (path, headers = {}) => ask(path, {}, headers),
    post: (path, body, headers = {}) => send("POST", path, body, headers),
    send,
    cookie,
  };
}

/** Takes over a Set-Cookie header; one that lies in the past takes the cookie away. */
function keep(cookies: Map<string, string>, header: string): void {
  const [pair = "", ...attributes] = header.split(";");
  const [name = "", value = ""] = pair.split(/=(.*)/su);
  const expires = attributes.find((one) => /^\s*expires=/iu.test(one))?.split("=")[1];
  if (expires !== undefined && Date.parse(expires) < Date.now()) cookies.delete(name);
  else cookies.set(name, value);
}
