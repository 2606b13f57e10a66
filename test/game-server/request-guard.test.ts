// What every request meets first: large bodies, foreign pages, methods that are not for clients.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { WebSocket } from "ws";
import { visit } from "../support/browser-like.ts";
import { startServer, type TestServer } from "../support/server.ts";

const TEN_MB = 10 * 1024 * 1024;
const FOREIGN = { origin: "https://elsewhere.example" };

describe("the request guard", function () {
  this.timeout(90_000);
  let server: TestServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.remove());

  function residentBytes(): number {
    const kilobytes = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) * 1024;
  }

  it("refuses 10 MB on every kind of route, without taking them in", async () => {
    const body = "x".repeat(TEN_MB);
    const routes = ["/api/guests", "/matchmake/joinById/x", "/matchmake/join/match", "/admin", "/", "/health/live"];
    const askAll = async (): Promise<void> => {
      for (const route of routes) {
        const answers = await Promise.all(
          [1, 2, 3].map(() =>
            fetch(server.url + route, { method: "POST", body, headers: { "content-type": "application/json" } }),
          ),
        );
        for (const answer of answers) {
          assert.equal(answer.status, 413, route);
          assert.deepEqual(await answer.json(), { error: { code: "tooLarge" } });
        }
      }
    };
    // A server that has just started still grows by itself.
    await askAll();
    const before = residentBytes();
    await askAll();
    // 180 MB went by.
    assert.ok(residentBytes() - before < 3 * TEN_MB, "memory grew");
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
