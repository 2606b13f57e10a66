// What is sealed comes back only whole, with the same secret and for the same place.

import assert from "node:assert/strict";
import fc from "fast-check";
import { createSealer } from "../../../game-server/platform/seal.ts";

describe("a sealer", () => {
  const { seal, unseal } = createSealer("a secret of the test's own");

  it("gives back any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, about) => {
        assert.equal(unseal(seal(text, about), about), text);
      }),
    );
    assert.equal(unseal(seal("")), "");
  });

  it("shows nothing of the text, nor that two are the same", () => {
    const sealed = seal("https://rally.example/verify?token=abc");
    assert.match(sealed, /^v1\.[\w-]+$/u);
    assert.ok(!Buffer.from(sealed.slice(3), "base64url").toString("latin1").includes("token"));
    assert.notEqual(seal("same"), seal("same"));
  });

  it("refuses what was tampered with, at each byte", () => {
    const bytes = Buffer.from(seal("a text").slice(3), "base64url");
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      assert.throws(() => unseal(`v1.${changed.toString("base64url")}`), Error, `byte ${index}`);
    }
  });

  it("refuses another secret, another place, another version and what was never sealed", () => {
    const sealed = seal("a text", "jobs");
    assert.throws(() => createSealer("another secret").unseal(sealed, "jobs"));
    assert.throws(() => unseal(sealed, "factors"));
    assert.throws(() => unseal(sealed));
    for (const broken of ["", "v1.", "v1.AAAA", sealed.replace("v1.", "v2."), sealed.slice(0, -4), "a text"]) {
      assert.throws(() => unseal(broken, "jobs"), Error, broken);
    }
  });
});
