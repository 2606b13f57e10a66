// The drawing of the layers holds: no file imports against an arrow, and pong/ uses nothing that differs between engines.
// The drawing itself is support/layers.ts.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { LAYER_NAMES, importsOf, violations } from "./support/layers.ts";

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
