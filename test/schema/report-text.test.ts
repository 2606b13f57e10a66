// What is struck out of an error before it is sent or kept, and what must stay to be of use.

import assert from "node:assert/strict";
import { MAX_STACK_LENGTH, strikeOut } from "../../schema/report-text.ts";
import { patience } from "../support/patience.ts";

const struck = (text: string) => strikeOut(text, MAX_STACK_LENGTH);

describe("striking out", () => {
  for (const [what, text, secret] of [
    ["a query", "GET /api/me?token=hunter2 failed", "hunter2"],
    ["a fragment", "see /match#key=hunter2", "hunter2"],
    ["an address", "at https://rally.example/play/aBcDeFgHi", "aBcDeFgHi"],
    ["a room without digits in a path", "no room at /play/aBcDeFgHi", "aBcDeFgHi"],
    ["a host", "wss://10.0.0.7:2567/x is closed", "10.0.0.7"],
    ["a room by its word", 'room "aBcDeFgHi" not found', "aBcDeFgHi"],
    ["a UUID", "match 3f2b8c1e-9d4a-4c6b-8e1f-0a1b2c3d4e5f", "9d4a"],
    ["a token", "got eyJhbGciOi9x_kd83jFk20slqP", "eyJhbGciOi9x"],
    ["a cookie", "cookie: s%3Aabc.def", "abc"],
    ["an e-mail", "mail to ada.b+x@mail.example.org now", "ada"],
    ["an IPv4", "from 192.168.17.4 today", "192.168"],
    ["an IPv6", "from 2001:db8:0:1:1:1:1:1 today", "db8"],
    ["a short IPv6", "from fe80::1ff:fe23 today", "fe80"],
    ["a long number", "phone 0049123456789", "49123"],
  ] as const) {
    it(`strikes ${what}`, () => {
      assert.ok(text.includes(secret), "the test itself");
      const left = struck(text);
      assert.ok(!left.includes(secret), left);
      assert.ok(left.includes("…"), left);
    });
  }

  for (const text of [
    "TypeError: Cannot read properties of undefined (reading 'x')",
    "    at draw (assets/main.js:1:23456)",
    "draw@assets/main.js:1:234567",
    "Loading chunk 524 failed.",
  ]) {
    it(`leaves ${text}`, () => assert.equal(struck(text), text));
  }

  it("leaves of a script's address its name, line and column", () => {
    const hash = "0a1b2c3d4e5f60718293";
    for (const [text, left] of [
      [`    at f (https://rally.example/assets/main.${hash}.js:1:2345)`, "    at f (assets/main.….js:1:2345)"],
      [`f@http://192.168.0.4:2567/assets/play.${hash}.js:1:2345`, "f@assets/play.….js:1:2345"],
    ] as const)
      assert.equal(struck(text), left);
  });

  it("keeps to the length, without half characters or what a database refuses", () => {
    assert.equal(strikeOut("ab".repeat(1000), 300).length <= 300, true);
    assert.equal(strikeOut("a\u0000b\u001bc\nd", 300), "abc\nd");
    assert.ok(strikeOut(`${"a ".repeat(149)}a😀`, 300).isWellFormed());
  });

  it("changes nothing the second time", () => {
    const text = 'room "abc" at https://a.example/play/x?y=1 from 10.0.0.1 by ada@b.example, id=abcd1234efgh';
    assert.equal(struck(struck(text)), struck(text));
  });

  it("is quick with the worst it can be given", () => {
    const startedAt = performance.now();
    for (const unit of ["a:", "1:", "::", "a@", "a.", "/a", "?&", "https://", "id", "1.", "-", 'room "'])
      struck(unit.repeat(8000));
    assert.ok(performance.now() - startedAt < patience(2_000));
  });
});
