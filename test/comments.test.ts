// Comments and docs name files that are there. A name counts when it ends like one of ours; it may be a file's name alone, the end
// of its path, or a path relative to the file that names it.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { root } from "../scripts/client-sources.ts";

const SKIPPED = new Set(["node_modules", "dist", "data"]);

const FILE_NAME = /(?<![\w./<*-])((?:\.{1,2}\/)*(?:[\w-]+\/)*[\w-][\w.-]*\.(?:test\.ts|d\.ts|ts|mjs|scss))(?![\w/-])/gu;

/** All of the project's files, relative to its root. */
function allFiles(folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) || entry.name.startsWith(".") ? [] : allFiles(path);
    return entry.isFile() ? [path] : [];
  });
}

/** What of a source is comment: strings are stepped over whole, since `//` in one is no comment. */
function commentsOf(source: string): string {
  const pieces = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`)|\/\/[^\n]*|\/\*[^]*?\*\//gu;
  return [...source.matchAll(pieces)].flatMap(([piece, text]) => (text === undefined ? [piece] : [])).join("\n");
}

/** Names in `text` of files that are not there. @param file whose text it is */
function missingNames(file: string, text: string, isThere: (name: string) => boolean): string[] {
  const names = [...text.matchAll(FILE_NAME)].map(([name]) => name);
  return names.filter((name) => !isThere(name) && !existsSync(join(root, dirname(file), name)));
}

describe("comments", () => {
  const files = allFiles();
  const known = new Set(files.flatMap(endsOf));
  const isThere = (name: string) => known.has(name);

  it("name files that are there, and so do the docs", () => {
    const texts = files.filter((file) => /\.(?:ts|mjs|scss|md)$/u.test(file));
    assert.ok(texts.length > 500);
    const missing = texts.flatMap((file) => {
      const source = readFileSync(join(root, file), "utf8");
      const text = file.endsWith(".md") ? source : commentsOf(source);
      return missingNames(file, text, isThere).map((name) => `${file}: ${name}`);
    });
    assert.deepEqual(missing, []);
  });

  it("are judged by names, ends of paths and paths from where they stand", () => {
    const judged = (text: string) => missingNames("pong/step.ts", text, isThere);
    assert.deepEqual(judged("See world.ts, pong/world.ts, ../sdk/film.ts; and test/layers.test.ts."), []);
    assert.deepEqual(judged("See nowhere.ts, pong/nowhere.ts and ../sdk/nowhere.ts."), [
      "nowhere.ts",
      "pong/nowhere.ts",
      "../sdk/nowhere.ts",
    ]);
    assert.equal(commentsOf('const a = "// no.ts"; // yes.ts'), "// yes.ts");
  });
});

/** The path itself, and what is left of it without its first folders. */
function endsOf(file: string): string[] {
  const parts = file.split("/");
  return parts.map((_, at) => parts.slice(at).join("/"));
}
