// Every test that asvs.md names is there, and every requirement has a test or a reason.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const rows = readFileSync(join(import.meta.dirname, "asvs.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| V"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

describe("the ASVS table", () => {
  it("has every requirement once, each with what shows it", () => {
    const ids = rows.map(([, id]) => id);
    assert.ok(ids.length > 70);
    assert.deepEqual(ids, [...new Set(ids)]);
    for (const [, id, what, shown] of rows) assert.ok(what && shown && shown.length > 20, id);
  });

  for (const [, id = "", , shown = ""] of rows) {
    it(`names tests that are there for ${id}`, () => {
      for (const [, file = "", title = ""] of shown.matchAll(/`(test\/[\w/.-]+\.test\.ts): ([^`]+)`/gu)) {
        assert.ok(existsSync(join(root, file)), file);
        assert.ok(readFileSync(join(root, file), "utf8").includes(title), `${file} has no test "${title}"`);
      }
      for (const [, file = ""] of shown.matchAll(/`((?:game-server|schema)\/[\w/.-]+\.ts)`/gu))
        assert.ok(existsSync(join(root, file)), file);
    });
  }
});
