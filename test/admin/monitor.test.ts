// The operators' pages: for the operator, from their own pages, and not there at all without a password.

import assert from "node:assert/strict";
import { visit } from "../support/browser-like.ts";
import { startServer, type TestServer } from "../support/server.ts";

const PASSWORD = "correct horse";
const PAGES = [
  "/admin",
  "/admin/",
  "/admin/style.css",
  "/admin/reports",
  "/admin/reports.json",
  "/admin/monitor",
  "/admin/monitor/",
  "/admin/monitor/api",
  "/admin/monitor/api/room/call",
];

function as(user: string, password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
}

describe("the operators' pages", () => {
  let server: TestServer;
  before(async () => {
    server = await startServer({ env: { OPERATOR_PASSWORD: PASSWORD } });
  });
  after(() => server.remove());

  it("are not there without a password in the settings", async () => {
    const without = await startServer();
    try {
      for (const page of PAGES) {
        assert.equal((await visit(without.url).get(page)).status, 404, page);
        assert.equal((await visit(without.url).get(page, as("operator", ""))).status, 404, page);
      }
    } finally {
      await without.remove();
    }
  });

  it("ask for the password on every address", async () => {
    for (const page of PAGES) {
      const answer = await visit(server.url).get(page);
      assert.equal(answer.status, 401, page);
      assert.match(answer.headers.get("www-authenticate") ?? "", /^Basic realm=/u);
    }
  });

  it("let the operator in, and nobody else", async () => {
    const visitor = visit(server.url);
    assert.equal((await visitor.get("/admin", as("operator", "wrong"))).status, 401);
    assert.equal((await visitor.get("/admin", as("Operator", PASSWORD))).status, 401);
    assert.equal((await visitor.get("/admin", { authorization: "Basic !" })).status, 401);
    assert.equal((await visitor.get("/admin", { authorization: `Bearer ${PASSWORD}` })).status, 401);
    const page = await visitor.get("/admin", as("operator", PASSWORD));
    assert.equal(page.status, 200);
    assert.match(String(page.body), /href="\/admin\/monitor\/"/u);
    const monitor = await visitor.get("/admin/monitor/", as("operator", PASSWORD));
    assert.match(String(monitor.body), /Colyseus/u);
    assert.match(monitor.headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/u);
    const rooms = await visitor.get("/admin/monitor/api", as("operator", PASSWORD));
    assert.ok(Array.isArray((rooms.body as { rooms: unknown }).rooms));
    assert.ok(server.lines.some((line) => line.includes("wrong operator password")));
    assert.ok(!server.lines.some((line) => line.includes(PASSWORD)), "the password is in the log");
  });

  it("do nothing for a foreign page, by GET either", async () => {
    const call = "/admin/monitor/api/room/call?roomId=x&method=disconnect&args=[]";
    const own = { ...as("operator", PASSWORD), origin: new URL(server.url).origin };
    const own2 = { ...as("operator", PASSWORD), referer: `${server.url}/admin/monitor/` };
    // Without the visitor, who always sends an origin.
    const status = async (path: string, headers: Record<string, string>) =>
      (await fetch(server.url + path, { headers, redirect: "manual" })).status;
    // The room does not exist: 500 is the monitor's own answer.
    assert.equal(await status(call, own), 500);
    assert.equal(await status(call, own2), 500);
    const foreign = [
      { origin: "https://elsewhere.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { referer: "https://elsewhere.example/" },
      { origin: "null" },
      {},
    ];
    for (const headers of foreign) {
      assert.equal(await status(call, { ...as("operator", PASSWORD), ...headers }), 403, JSON.stringify(headers));
      const odd = call.replace("/api/room", "//api/%72oom");
      assert.notEqual(await status(odd, { ...as("operator", PASSWORD), ...headers }), 500, "by another spelling");
    }
    assert.equal(await status("/admin", { ...as("operator", PASSWORD), "sec-fetch-site": "cross-site" }), 200);
  });

  it("stop listening to whoever tries passwords", async () => {
    const visitor = visit(server.url);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      statuses.push((await visitor.get("/admin", as("operator", `guess ${attempt}`))).status);
    }
    assert.equal(statuses[0], 401);
    assert.equal(statuses.at(-1), 429);
    const answer = await visitor.get("/admin", as("operator", PASSWORD));
    assert.equal(answer.status, 429, "the right one comes too late");
    assert.ok(Number(answer.headers.get("retry-after")) > 0);
  });
});
