// Which page an address means.

import assert from "node:assert/strict";
import { findRoute, matchPath } from "../../../client/platform/routes.ts";

describe("routes", () => {
  it("read the values out of a path", () => {
    assert.deepEqual(matchPath("/play/:room", "/play/R%20x"), { room: "R x" });
    assert.deepEqual(matchPath("/", "/"), {});
  });

  it("care neither for a slash at the end nor for two of them", () => {
    assert.deepEqual(matchPath("/match/:id", "/match/m1/"), { id: "m1" });
    assert.deepEqual(matchPath("/waiting", "//waiting"), {});
  });

  it("fit nothing else", () => {
    for (const path of ["/play", "/play/a/b", "/Play/a", "/play/%E0%A4%A"]) {
      assert.equal(matchPath("/play/:room", path), null, path);
    }
  });

  it("take the first that fits, or none", () => {
    const routes = [
      ["/", "home"],
      ["/play/:room", "play"],
    ] as const;
    assert.deepEqual(findRoute(routes, "/play/x"), { page: "play", params: { room: "x" } });
    assert.equal(findRoute(routes, "/nowhere"), null);
  });
});
