// The list of endpoints agrees with itself, and the description made of it is whole.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeApi } from "../../game-server/http/openapi.ts";
import { addressOf } from "../../schema/http/endpoint.ts";
import { ENDPOINTS } from "../../schema/http/endpoints.ts";
import { plainEndpoints } from "../../scripts/plain-endpoints.ts";

describe("the endpoints", () => {
  it("are each there once", () => {
    const names = ENDPOINTS.map(({ method, path }) => `${method} ${path}`);
    assert.ok(names.length > 30);
    assert.deepEqual(names, [...new Set(names)]);
  });

  for (const { method, path, params, summary, body, bytes } of ENDPOINTS) {
    it(`${method} ${path} is described`, () => {
      assert.match(path, /^\/api\/[a-z\d/{}-]+$/iu);
      assert.match(summary, /^[A-Z].*\.$/su);
      const named = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      assert.deepEqual(Object.keys(params?.shape ?? {}), named);
      if (method === "GET") assert.equal(body ?? bytes, undefined, "what is only asked for has no body");
    });
  }

  it("are called by the page with the same methods and paths", () => {
    const folder = join(import.meta.dirname, "../../schema/http");
    const plain = readdirSync(folder).map((file) => plainEndpoints(readFileSync(join(folder, file), "utf8")));
    const called = [...plain.join("").matchAll(/method: "(\w+)", path: "([^"]+)"/gu)];
    assert.deepEqual(
      called.map(([, method, path]) => `${method} ${path}`).toSorted(),
      ENDPOINTS.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
  });

  it("are asked at their paths, with the parts and the query filled in", () => {
    const path = "/api/things/{id}/{part}";
    const query = { a: "b c&d=e", none: undefined, one: 1 };
    assert.equal(
      addressOf({ path }, { params: { id: "x/?y", part: "ü" }, query }),
      "/api/things/x%2F%3Fy/%C3%BC?a=b%20c%26d%3De&one=1",
    );
    assert.equal(addressOf({ path: "/api/me" }, { query: { none: undefined } }), "/api/me");
    assert.throws(() => addressOf({ path }, { params: { id: "x" } }), /part/u);
  });

  it("make an OpenAPI description with every one in it", () => {
    const { openapi, paths } = describeApi(ENDPOINTS) as { openapi: string; paths: Record<string, object> };
    assert.equal(openapi, "3.1.0");
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(described.toSorted(), ENDPOINTS.map(({ method, path }) => `${method} ${path}`).toSorted());
    assert.ok(!JSON.stringify(paths).includes("undefined"));
  });
});
