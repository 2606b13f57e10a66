// The drawing of the layers holds: no file imports against an arrow, and pong/ uses nothing that differs between engines.
// The drawing itself is support/layers.ts.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { LAYER_NAMES, importsOf, violations } from "./support/layers.ts";
import { circles, edgesOf, flatFiles, folderCircles, sideDoors } from "./support/structure.ts";

const root = resolve(import.meta.dirname, "..");
const NOT_OURS = new Set(["node_modules", "dist", ".cache"]);

/** Far fewer than there are: a reader that finds next to nothing has lost its way. */
const FEWEST_FILES = 60;
const FEWEST_IMPORTS = 200;

function sourcesIn(layer: string): { file: string; source: string }[] {
  if (!existsSync(join(root, layer))) return [];
  return readdirSync(join(root, layer), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.split(sep).some((part) => NOT_OURS.has(part)))
    .map((path) => ({ file: relative(root, path).replaceAll(sep, "/"), source: readFileSync(path, "utf8") }));
}

describe("the layers", () => {
  const sources = LAYER_NAMES.flatMap(sourcesIn);

  it("are kept by every file", () => {
    assert.deepEqual(
      sources.flatMap(({ file, source }) => violations(file, source)),
      [],
    );
  });

  it("are read from all the files there are", () => {
    assert.ok(sources.length > FEWEST_FILES, `only ${sources.length} files`);
    const imports = sources.flatMap(({ source }) => importsOf(source));
    assert.ok(imports.length > FEWEST_IMPORTS, `only ${imports.length} imports`);
    for (const layer of ["pong", "db", "schema", "sdk", "rooms", "client"]) {
      assert.ok(
        sources.some(({ file }) => file.startsWith(`${layer}/`)),
        `none of ${layer}/`,
      );
    }
  });

  it("are every folder with code in it", () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !NOT_OURS.has(entry.name))
      .map((entry) => entry.name)
      .filter((name) => !LAYER_NAMES.includes(name));
    for (const folder of folders)
      assert.deepEqual(
        sourcesIn(folder).map(({ file }) => file),
        [],
        folder,
      );
  });
});

describe("the shape of the house", () => {
  const sources = LAYER_NAMES.filter((layer) => layer !== "test").flatMap(sourcesIn);
  const edges = edgesOf(sources);

  it("has no circle of files", () => assert.deepEqual(circles(edges), []));

  for (const top of ["game-server", "client"]) {
    it(`has no circle of folders in ${top}/`, () => assert.deepEqual(folderCircles(edges, top), []));
  }

  it("has one door to each feature", () => assert.deepEqual(sideDoors(edges), []));

  it("has nothing flat in game-server/ but what a command line names", () => {
    assert.deepEqual(flatFiles(sources.map(({ file }) => file)), []);
  });
});

describe("the judge of the shape", () => {
  const of = (...texts: readonly (readonly [file: string, source: string])[]) =>
    edgesOf(texts.map(([file, source]) => ({ file, source })));

  it("finds a circle of files, type imports counted", () => {
    const three = of(
      ["rooms/a.ts", `import type { B } from "./b.ts";`],
      ["rooms/b.ts", `export { C } from "./c/c.ts";`],
      ["rooms/c/c.ts", `const A = await import("../a.ts");`],
      ["rooms/d.ts", `import "./a.ts"; // import "./d.ts"`],
    );
    assert.deepEqual(circles(three), [["rooms/a.ts", "rooms/b.ts", "rooms/c/c.ts"]]);
  });

  it("finds a circle of folders where there is none of files", () => {
    const two = of(
      ["game-server/a/one.ts", `import { x } from "../b/one.ts";`],
      ["game-server/a/two.ts", ``],
      ["game-server/b/one.ts", ``],
      ["game-server/b/two.ts", `import { x } from "../a/two.ts";`],
    );
    assert.deepEqual(circles(two), []);
    assert.deepEqual(folderCircles(two, "game-server"), [["a", "b"]]);
    assert.deepEqual(folderCircles(two, "client"), []);
  });

  it("finds who goes round a feature's door", () => {
    const round = of(
      ["game-server/chat/feature.ts", `import { x } from "./inside.ts"; import { y } from "../lobby/feature.ts";`],
      ["game-server/chat/inside.ts", `import { y } from "../lobby/inside.ts";`],
      ["game-server/lobby/feature.ts", ``],
      ["game-server/lobby/inside.ts", `import { z } from "../platform/log.ts";`],
      ["game-server/platform/log.ts", ``],
    );
    assert.deepEqual(sideDoors(round).length, 1);
    assert.match(sideDoors(round)[0]!, /chat\/inside\.ts goes round lobby/u);
  });

  it("finds who takes of a page without opening it", () => {
    const pages = of(
      ["client/app/main.ts", `const page = () => import("../pages/chat/page.ts");`],
      ["client/ui/other.ts", `import { page } from "../pages/chat/page.ts";`],
      ["client/pages/chat/page.ts", `import "./words.ts";`],
      ["client/pages/chat/words.ts", ``],
    );
    assert.deepEqual(sideDoors(pages).length, 1);
    assert.match(sideDoors(pages)[0]!, /other\.ts takes of a page/u);
  });

  it("finds what lies flat", () => {
    assert.deepEqual(flatFiles(["game-server/chat.ts", "game-server/start.mjs", "game-server/chat/chat.ts"]), [
      "game-server/chat.ts",
    ]);
  });
});

describe("the judge of the layers", () => {
  const forbidden: readonly (readonly [file: string, source: string])[] = [
    // Against an arrow, in each way to import.
    ["pong/step.ts", `import { x } from "../schema/x.ts";`],
    ["pong/ai/look.ts", `import { x } from "../../sdk/x.ts";`],
    ["schema/x.ts", `import type { X } from "../sdk/x.ts";`],
    ["schema/http/x.ts", `export * from '../../rooms/x.ts';`],
    ["sdk/x.ts", `const x = await import("../client/x.ts");`],
    ["sdk/x.ts", `import {\n  x,\n} from "../rooms/x.ts";`],
    ["rooms/x.ts", `import "../game-server/platform/log.ts";`],
    ["rooms/x.ts", `import { x } from "../sdk/x.ts";`],
    ["admin/x.ts", `import { x } from "../pong/x.ts";`],
    ["client/x.ts", `import { x } from "../db/x.ts";`],
    ["client/x.ts", `import { x } from "../scripts/x.ts";`],
    ["db/x.ts", `import { x } from "../pong/x.ts";`],
    ["contract/x.ts", `import { x } from "../pong/x.ts";`],
    ["contract/x.ts", `import { z } from "zod";`],
    ["game-server/x.ts", `import { x } from "../test/x.ts";`],
    ["loadtest/x.ts", `const x = require(\`../rooms/x.ts\`);`],
    ["elsewhere/x.ts", `import { x } from "../pong/x.ts";`],
    // Node and packages where they are not.
    ["sdk/x.ts", `import { readFile } from "node:fs";`],
    ["client/x.ts", `import { join } from "node:path";`],
    ["pong/x.ts", `import { z } from "zod";`],
    ["pong/x.ts", `import assert from "node:assert";`],
    // Not the same everywhere.
    ["pong/x.ts", `const x = Math.sin(1);`],
    ["pong/x.ts", `const x = Math . random();`],
    ["pong/x.ts", `const x = Math["tan"](1);`],
    ["pong/x.ts", `const M = Math;`],
    ["pong/x.ts", `const { cos } = Math;`],
    ["pong/x.ts", `const x = Math?.hypot(3, 4);`],
    ["pong/x.ts", `const x = 2 ** 0.5;`],
    ["pong/x.ts", `const now = Date.now();`],
    ["pong/x.ts", `const now = performance.now();`],
    ["pong/x.ts", `setTimeout(step, 16);`],
    ["pong/x.ts", `const x = globalThis["eval"];`],
    ["pong/x.ts", `const url = "a // b"; const x = Math.cos(1);`],
  ];
  for (const [file, source] of forbidden) {
    it(`forbids ${file}: ${source.replaceAll("\n", " ")}`, () => assert.equal(violations(file, source).length, 1));
  }

  const allowed: readonly (readonly [file: string, source: string])[] = [
    ["pong/ai/look.ts", `import { step } from "../step.ts";`],
    ["db/x.ts", `import { MODES } from "../contract/modes.ts";`],
    ["pong/x.ts", `const x = Math.sqrt(Math.abs(Math.min(1, Math.max(2, Math.floor(Math.fround(Math.imul(1, 2)))))));`],
    ["pong/x.ts", `// Math.sin(x) ** 2 at a Date\n/** setTimeout, performance */\nconst x = 1;`],
    ["sdk/x.ts", `import { Client } from "@colyseus/sdk"; import { x } from "../pong/x.ts";`],
    ["rooms/match/x.ts", `import { join } from "node:path"; import type { X } from "../../db/x.ts";`],
    ["client/webpack.config.ts", `import { join } from "node:path"; import { X } from "../scripts/list-chunks.ts";`],
    ["test/x.ts", `import { x } from "../game-server/x.ts";`],
  ];
  for (const [file, source] of allowed) {
    it(`allows ${file}: ${source.split("\n")[0]}`, () => assert.deepEqual(violations(file, source), []));
  }
});
