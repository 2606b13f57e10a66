// What every answer says to the browser, by plain HTTP and behind TLS.

import assert from "node:assert/strict";
import { visit } from "../support/browser-like.ts";
import { startServer, type TestServer } from "../support/server.ts";

describe("headers", () => {
  let plain: TestServer;
  let secure: TestServer;
  before(async () => {
    plain = await startServer();
    secure = await startServer({ env: { PUBLIC_URL: "https://rally.example", TRUST_PROXY: "1" } });
  });
  after(async () => {
    await Promise.all([plain.remove(), secure.remove()]);
  });

  it("forbid scripts, styles and frames that are not ours", async () => {
    for (const path of ["/", "/api/me", "/api/docs", "/sign-in", "/no/such/page"]) {
      const { headers } = await visit(plain.url).get(path);
      const policy = headers.get("content-security-policy") ?? "";
      assert.match(policy, /default-src 'none'/u, path);
      assert.match(policy, /frame-ancestors 'none'/u, path);
      assert.ok(!policy.includes("unsafe"), path);
      assert.equal(headers.get("x-content-type-options"), "nosniff", path);
      assert.equal(headers.get("referrer-policy"), "no-referrer", path);
      assert.equal(headers.get("access-control-allow-origin"), null, path);
    }
  });

  it("keep answers about somebody out of every cache", async () => {
    for (const path of ["/api/me", "/api/account", "/api/players/nobody"])
      assert.equal((await visit(plain.url).get(path)).headers.get("cache-control"), "no-store", path);
  });

  it("demand TLS where there is TLS, and nowhere else", async () => {
    const strict = (await visit(secure.url).get("/")).headers.get("strict-transport-security") ?? "";
    assert.ok(Number(/max-age=(\d+)/u.exec(strict)?.[1]) >= 31_536_000);
    assert.match(strict, /includeSubDomains/u);
    assert.equal((await visit(plain.url).get("/")).headers.get("strict-transport-security"), null);
  });

  it("set a cookie that no script reads and no other host sets", async () => {
    const https = { "x-forwarded-proto": "https", origin: "https://rally.example" };
    const answer = await visit(secure.url).post("/api/guests", { name: "Over TLS" }, https);
    const cookie = answer.headers.get("set-cookie") ?? "";
    assert.match(cookie, /^__Host-rally\.sid=/u);
    for (const part of [/; Path=\/;/u, /; HttpOnly/u, /; Secure/u, /; SameSite=Lax/u]) assert.match(cookie, part);
    assert.ok(!/domain=/iu.test(cookie));
  });
});
