// What every request meets first: large bodies, foreign pages, methods that are not for clients.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { WebSocket } from "ws";
import { visit } from "../../support/browser-like.ts";
import { startServer, type TestServer } from "../../support/server.ts";

const TEN_MB = 10 * 1024 * 1024;
const AT_ONCE = 30;
const ROUTES = ["/api/guests", "/matchmake/joinById/x", "/matchmake/join/match", "/admin", "/", "/health/live"];
const JOINS_PER_MINUTE = 5;
const FOREIGN = { origin: "https://elsewhere.example" };

describe("the request guard", () => {
  let server: TestServer;
  before(async () => {
    server = await startServer({ env: { JOINS_PER_MINUTE: String(JOINS_PER_MINUTE), TRUST_PROXY: "1" } });
  });
  after(() => server.remove());

  function mostResidentBytes(): number {
    const kilobytes = /^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) * 1024;
  }

  for (const route of ROUTES) {
    it(`refuses 10 MB for ${route} before they come`, async () => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname);
      socket.write(`POST ${route} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: ${TEN_MB}\r\n\r\n`);
      const [answer] = (await once(socket, "data")) as [Buffer];
      socket.destroy();
      assert.match(answer.toString("latin1"), /^HTTP\/1\.1 413 /u);
    });
  }

  it("reads past 10 MB without keeping them", async () => {
    const body = Buffer.alloc(TEN_MB, "x");
    const before = mostResidentBytes();
    for (const route of ROUTES) {
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () =>
          fetch(server.url + route, { method: "POST", body, headers: { "content-type": "application/json" } }),
        ),
      );
      for (const answer of answers) {
        assert.equal(answer.status, 413, route);
        assert.deepEqual(await answer.json(), { error: { code: "tooLarge" } });
      }
    }
    // What has been read stays a while until it is collected: how long depends on the machine. Kept, it would be all.
    const grown = mostResidentBytes() - before;
    assert.ok(grown < (ROUTES.length * AT_ONCE * TEN_MB) / 3, `memory grew by ${grown} bytes`);
  });

  it("refuses a body without a length", async () => {
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("{}"));
        controller.close();
      },
    });
    // `duplex` is demanded for a stream and missing in the types.
    const init: RequestInit & { duplex: "half" } = { method: "POST", body: stream, duplex: "half" };
    assert.equal((await fetch(`${server.url}/api/guests`, init)).status, 411);
  });

  for (const path of ["/matchmake/join/match", "/matchmake/joinById/x", "/api/guests", "/api/invitations"]) {
    it(`refuses a foreign page's POST ${path}`, async () => {
      const answer = await visit(server.url).post(path, { name: "Ada" }, FOREIGN);
      assert.deepEqual([answer.status, answer.body], [403, { error: { code: "foreignOrigin" } }]);
    });
  }

  it("shares no answer with foreign pages", async () => {
    for (const path of ["/api/me", "/matchmake/join/match", "/"]) {
      for (const method of ["GET", "OPTIONS"]) {
        const answer = await fetch(server.url + path, { method, headers: FOREIGN });
        for (const name of answer.headers.keys()) assert.doesNotMatch(name, /^access-control/u, `${method} ${path}`);
      }
    }
  });

  it("lets clients join what is there, and nothing else", async () => {
    for (const method of ["create", "joinOrCreate", "reconnect"]) {
      const answer = await visit(server.url).post(`/matchmake/${method}/match`, {});
      assert.match(JSON.stringify(answer.body), /invalid method/u, method);
    }
  });

  /** Asks for places, all at once. @returns how often with which status */
  async function joins(paths: readonly string[], address: string): Promise<Map<number, number>> {
    const from = visit(server.url);
    const answers = await Promise.all(paths.map((path) => from.post(path, {}, { "x-forwarded-for": address })));
    return new Map(
      Object.entries(Object.groupBy(answers, ({ status }) => status)).map(([status, list = []]) => [
        Number(status),
        list.length,
      ]),
    );
  }

  it("lets through so many joins of an address in a minute, and no more at once", async () => {
    const counts = await joins(
      Array.from({ length: 200 }, () => "/matchmake/join/queue"),
      "192.0.2.1",
    );
    assert.equal(counts.get(429), 200 - JOINS_PER_MINUTE);
    const [other] = await joins(["/matchmake/join/queue"], "192.0.2.2");
    assert.notEqual(other![0], 429);
    const refused = await visit(server.url).post("/matchmake/join/queue", {}, { "x-forwarded-for": "192.0.2.1" });
    assert.deepEqual(refused.body, { error: { code: "tooMany" } });
    assert.match(refused.headers.get("retry-after") ?? "", /^\d+$/u);
  });

  it("counts a /64 of IPv6 as one address, and every spelling of a join", async () => {
    const spellings = [
      "/matchmake/joinById/x",
      "/./matchmake/join/queue",
      "/api/../matchmake/join/queue",
      "/%2e/matchmake/join/queue",
    ];
    const paths = Array.from({ length: 20 }, (_, at) => spellings[at % spellings.length]!);
    let refused = 0;
    for (const [at, path] of paths.entries())
      refused += (await joins([path], `2001:db8:1:2::${(at + 1).toString(16)}`)).get(429) ?? 0;
    assert.equal(refused, paths.length - JOINS_PER_MINUTE);
  });

  it("refuses a foreign page's socket", async () => {
    const statusOf = (origin: string) =>
      new Promise<number | "open">((resolve) => {
        const socket = new WebSocket(server.url.replace("http", "ws"), { origin });
        socket.on("unexpected-response", (_request, response) => {
          resolve(response.statusCode ?? 0);
          socket.terminate();
        });
        socket.on("open", () => {
          resolve("open");
          socket.terminate();
        });
        socket.on("error", () => {});
      });
    assert.equal(await statusOf("https://elsewhere.example"), 403);
    assert.equal(await statusOf("null"), 403);
    assert.equal(await statusOf(new URL(server.url).origin), "open");
  });

  it("sends pages with a strict policy, and misses no favicon", async () => {
    const page = await visit(server.url).get("/");
    assert.match(page.headers.get("content-security-policy") ?? "", /^default-src 'none';script-src 'self';/u);
    assert.equal(page.headers.get("x-powered-by"), null);
    assert.equal((await visit(server.url).get("/favicon.ico")).status, 204);
  });

  it("says that it lives and that it is ready", async () => {
    assert.deepEqual((await visit(server.url).get("/health/live")).body, { status: "ok" });
    assert.equal((await visit(server.url).get("/health/ready")).status, 200);
  });
});
