// How much a player downloads, as gzip: before the first click, and until the first match is drawn. Weighs client/dist,
// which `npm run build` makes.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { builtFrom, clientDist, hashClientSources } from "../../scripts/client-sources.ts";
import type { ListedChunk } from "../../scripts/list-chunks.ts";

const KIB = 1024;
const FIRST_CLICK_KIB = 100;
const MATCH_KIB = 460;

/** Only a match needs them, so only a match loads them. */
const MATCH_PACKAGES = ["@colyseus/sdk", "@colyseus/schema", "@babylonjs/core"];

/** Nor may zod come early, if it comes at all. */
const NOT_EARLY = new Set([...MATCH_PACKAGES, "zod"]);

/** Shaders for WebGPU: the scene draws with WebGL, which never asks for them. */
const NEVER_LOADED = "shaders-wgsl";

/** What comes with other pages than a match. */
const NOT_FOR_A_MATCH = new Set([
  NEVER_LOADED,
  "accounts",
  "people",
  "lobby",
  "moderation",
  "matchmaking",
  "replay",
  "stats",
  "charts",
  "thoughts",
  "settings",
  "legal",
  "results",
]);

function kib(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of new Set(files)) bytes += gzipSync(readFileSync(join(clientDist, file)), { level: 9 }).length;
  return bytes / KIB;
}

describe("the size of the client", () => {
  let chunks: ListedChunk[] = [];
  before(() => {
    assert.equal(builtFrom(), hashClientSources(), "client/dist is stale: npm run build");
    chunks = JSON.parse(readFileSync(join(clientDist, "chunks.json"), "utf8")) as ListedChunk[];
  });

  it("is weighed on what is there", () => {
    const initial = chunks.filter((chunk) => chunk.initial);
    const html = readFileSync(join(clientDist, "index.html"), "utf8");
    const named = [...html.matchAll(/(?:src|href)="?\/(assets\/[^"\s>]+\.(?:js|css))/g)].map((match) => match[1] ?? "");
    assert.ok(named.some((file) => file.endsWith(".js")) && named.some((file) => file.endsWith(".css")), html);
    for (const file of named) {
      assert.ok(
        initial.some((chunk) => chunk.files.includes(file)),
        `${file} is not in chunks.json`,
      );
    }
    for (const name of MATCH_PACKAGES) {
      assert.ok(
        chunks.some((chunk) => chunk.packages.includes(name)),
        `${name} is in no chunk at all`,
      );
    }
    assert.ok(existsSync(join(clientDist, chunks.find(({ name }) => name === NEVER_LOADED)?.files[0] ?? "missing")));
  });

  it(`is at most ${FIRST_CLICK_KIB} KiB before the first click`, () => {
    const files = chunks.filter((chunk) => chunk.initial).flatMap((chunk) => chunk.files);
    const size = kib(["index.html", ...files]);
    console.log(`      ${size.toFixed(1)} KiB`);
    assert.ok(size <= FIRST_CLICK_KIB, `${size.toFixed(1)} KiB`);
  });

  it("has nothing before the first click that only a match needs", () => {
    for (const chunk of chunks.filter(({ initial }) => initial)) {
      assert.deepEqual(
        chunk.packages.filter((name) => NOT_EARLY.has(name)),
        [],
        chunk.name,
      );
    }
  });

  it(`grows by at most ${MATCH_KIB} KiB for a match`, () => {
    const late = chunks.filter((chunk) => !chunk.initial && !NOT_FOR_A_MATCH.has(chunk.name));
    const size = kib(late.flatMap((chunk) => chunk.files));
    console.log(`      ${size.toFixed(1)} KiB`);
    assert.ok(size <= MATCH_KIB, `${size.toFixed(1)} KiB`);
  });
});
