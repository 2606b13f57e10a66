// Whose name is whose, on a clock of the test's own.

import assert from "node:assert/strict";
import { numbered } from "../../../game-server/identity/restore-guest-name.ts";
import { createNameReservations } from "../../../game-server/identity/name-reservations.ts";

describe("who is online", () => {
  function fixture() {
    const clock = { ms: 0 };
    return { clock, online: createNameReservations(() => clock.ms, 60_000) };
  }

  it("holds a name for a minute after the last sign of life", () => {
    const { clock, online } = fixture();
    assert.ok(online.claim("ada", "ada"));
    clock.ms = 59_999;
    assert.ok(!online.claim("bob", "ada"));
    clock.ms = 60_000;
    assert.ok(online.claim("bob", "ada"));
    assert.ok(!online.claim("ada", "ada"));
  });

  it("holds it for as long as a connection is open, and a minute longer", () => {
    const { clock, online } = fixture();
    online.claim("ada", "ada");
    online.enter("ada");
    online.enter("ada");
    online.leave("ada");
    clock.ms = 1_000_000;
    assert.ok(online.isOnline("ada"));
    assert.ok(!online.claim("bob", "ada"));
    online.leave("ada");
    assert.ok(!online.isOnline("ada"));
    clock.ms += 59_999;
    assert.ok(!online.claim("bob", "ada"));
    clock.ms += 1;
    assert.ok(online.claim("bob", "ada"));
  });

  it("gives the old name back when another is taken", () => {
    const { online } = fixture();
    online.claim("ada", "ada");
    assert.ok(online.claim("ada", "lovelace"));
    assert.ok(online.claim("bob", "ada"));
    online.release("bob");
    assert.ok(online.claim("ada", "ada"));
  });

  it("numbers a name that is taken, within its length", () => {
    assert.equal(numbered("Ada", 2), "Ada 2");
    assert.equal(numbered("x".repeat(20), 10), `${"x".repeat(17)} 10`);
    assert.equal(numbered("abcdefghijklmnopq rst", 2), "abcdefghijklmnopq 2");
  });
});
