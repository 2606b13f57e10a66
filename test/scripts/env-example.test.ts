// .env.example tells of every setting there is, and of none that there isn't.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

function namesIn(file: string, pattern: RegExp): string[] {
  return [...readFileSync(resolve(root, file), "utf8").matchAll(pattern)].map((match) => match[1] ?? "").toSorted();
}

describe(".env.example", () => {
  it("names the settings that are read", () => {
    const read = namesIn("game-server/platform/settings.ts", /^ {2}([A-Z][A-Z_]+):/gm);
    assert.ok(read.length > 8, `only ${read.length} settings found`);
    assert.deepEqual(namesIn(".env.example", /^(?:# )?([A-Z][A-Z_]+)=/gm), read);
  });
});
