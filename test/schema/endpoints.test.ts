// The list of endpoints agrees with itself, and the description made of it is whole.

import assert from "node:assert/strict";
import { describeApi } from "../../game-server/http/openapi.ts";
import { ENDPOINTS } from "../../schema/http/endpoints.ts";

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
