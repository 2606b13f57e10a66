// A start builds the client again when, and only when, something that it is made of has changed.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { hashClientSources } from "../../scripts/client-sources.ts";

const FILES = [
  "client/app/main.ts",
  "client/app/main.scss",
  "client/webpack.config.ts",
  "sdk/api.ts",
  "schema/rooms.ts",
  "contract/modes.ts",
  "pong/step.ts",
  "package-lock.json",
  "scripts/list-chunks.ts",
  "scripts/plain-endpoints.ts",
  "scripts/build-client.ts",
];

describe("the hash of what the client is made of", () => {
  let base = "";
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(base, file)), { recursive: true });
    writeFileSync(join(base, file), text);
  };
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), "rally-sources-"));
    for (const file of FILES) write(file, file);
  });
  afterEach(() => rmSync(base, { recursive: true }));

  for (const file of FILES) {
    it(`changes with ${file}`, () => {
      const before = hashClientSources(base);
      write(file, "other");
      assert.notEqual(hashClientSources(base), before);
    });
  }

  it("changes when a file comes or is renamed", () => {
    const hashes = [hashClientSources(base)];
    write("client/pages/home/home-page.ts", "");
    hashes.push(hashClientSources(base));
    renameSync(join(base, "client/pages/home/home-page.ts"), join(base, "client/pages/home/house.ts"));
    hashes.push(hashClientSources(base));
    assert.equal(new Set(hashes).size, 3);
  });

  it("stays with what the build makes, and with what is no part of the client", () => {
    const before = hashClientSources(base);
    for (const file of ["client/dist/index.html", "client/.cache/0.pack", "rooms/x.ts", "README.md"]) write(file, "x");
    assert.equal(hashClientSources(base), before);
  });
});
