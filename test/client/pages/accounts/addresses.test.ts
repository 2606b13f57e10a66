// After signing in one returns only to pages of our own.

import assert from "node:assert/strict";
import { keepReturn, returnPath } from "../../../../client/pages/accounts/addresses.ts";

const ORIGIN = "https://rally.example";
const to = (path: string): string => returnPath(`?to=${encodeURIComponent(path)}`, ORIGIN);

describe("return path", () => {
  it("is a page of ours, with what it asks", () => {
    assert.equal(to("/play/Ab_1"), "/play/Ab_1");
    assert.equal(to("/account?x=1#privacy"), "/account?x=1#privacy");
    assert.equal(returnPath("", ORIGIN), "/");
  });

  it("is the start page for anything else", () => {
    const evil = [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/.//evil.example",
      "/\t/evil.example",
      "javascript:alert(1)",
      "play",
      "/sign-in",
      "/sign-up?to=/x",
    ];
    for (const path of evil) assert.equal(to(path), "/", path);
  });

  it("is kept from page to page", () => {
    assert.equal(keepReturn("/sign-up", "?to=%2Fplay%2Fx", ORIGIN), "/sign-up?to=%2Fplay%2Fx");
    assert.equal(keepReturn("/sign-up", "?to=//x", ORIGIN), "/sign-up");
  });
});
