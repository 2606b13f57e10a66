// The layers as data, and what it takes to check a source text against them. layers.test.ts does so with every
// file; here is only the judging, so that seeded violations can be judged too.

/** Which of our folders each folder may import. Itself, always. `everything`: any. */
const LAYERS: Record<string, readonly string[] | "everything"> = {
  contract: [],
  pong: ["contract"],
  ranking: ["contract"],
  db: ["contract"],
  schema: ["contract", "pong"],
  sdk: ["contract", "schema", "pong"],
  rooms: ["contract", "schema", "pong", "db", "ranking"],
  admin: ["contract", "schema", "db"],
  "game-server": ["admin", "rooms", "schema", "db", "ranking", "pong", "contract"],
  client: ["contract", "sdk", "schema", "pong"],
  loadtest: ["contract", "sdk", "schema", "ranking", "pong"],
  // Builds and runs the others from outside; only the build's configuration is code of theirs.
  scripts: ["client"],
  test: "everything",
};

/** Folders that run in a browser too, so nothing of Node's; the build's configuration doesn't. */
const WITHOUT_NODE = new Set(["contract", "pong", "schema", "sdk", "client"]);
const RUNS_IN_NODE = new Set(["client/webpack.config.ts"]);

/** Run at build time from the client's configuration. */
const ALLOWED_EDGES = new Set(["client/webpack.config.ts -> scripts"]);

export const LAYER_NAMES: readonly string[] = Object.keys(LAYERS);

/** What one source text does that its place forbids, each said in a line; `file` is relative to the root, with slashes. */
export function violations(file: string, source: string): string[] {
  const layer = file.split("/")[0] ?? "";
  const code = withoutComments(source);
  const found = importsOf(code).flatMap((target) => judgeImport(file, layer, target));
  if (layer === "pong") found.push(...judgePurity(code));
  return found.map((text) => `${file}: ${text}`);
}

/** What it imports, in any of the ways there are: from, for effect, import(), import type, export from, require. */
export function importsOf(code: string): string[] {
  const forms = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*(["'`])([^"'`\n]+)\1/g;
  return [...code.matchAll(forms)].map((match) => match[2] ?? "");
}

function judgeImport(file: string, layer: string, target: string): string[] {
  if (!target.startsWith(".")) return judgePackage(file, layer, target);
  const allowed = LAYERS[layer];
  const to = resolved(file, target).split("/")[0] ?? "";
  if (allowed === undefined) return [`is in a folder the table does not know`];
  if (to === layer || allowed === "everything" || ALLOWED_EDGES.has(`${file} -> ${to}`)) return [];
  return allowed.includes(to) ? [] : [`${layer} may not import ${to} (${target})`];
}

function judgePackage(file: string, layer: string, target: string): string[] {
  if (layer === "pong" || layer === "contract") return [`${layer} may not import a package (${target})`];
  const ofNode = target.startsWith("node:");
  if (ofNode && WITHOUT_NODE.has(layer) && !RUNS_IN_NODE.has(file)) return [`${layer} has no Node (${target})`];
  return [];
}

/** `Math.` members that give the same bits in every engine. */
const SAME_EVERYWHERE = new Set(["sqrt", "abs", "min", "max", "floor", "imul", "fround"]);

const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\*\*/, "`**` differs between engines"],
  [/\bDate\b/, "Date is the clock of the machine"],
  [/\bperformance\b/, "performance is the clock of the machine"],
  [/\b(?:set(?:Timeout|Interval|Immediate)|queueMicrotask|requestAnimationFrame)\b/, "a timer"],
  [/\b(?:globalThis|crypto|Intl|process)\b/, "the world outside"],
  [/\bMath\s*(?:\?\.\s*)?\[/, "Math[...] hides which member it is"],
  [/\bMath\b(?!\s*(?:\?\.|\.|\[))/, "Math handed on hides which member it is"],
];

function judgePurity(code: string): string[] {
  const found = IMPURE.filter(([pattern]) => pattern.test(code)).map(([, why]) => why);
  for (const [, member] of code.matchAll(/\bMath\s*\??\.\s*([A-Za-z0-9_$]+)/g)) {
    if (!SAME_EVERYWHERE.has(member ?? "")) found.push(`Math.${member} differs between engines`);
  }
  return found;
}

/** Comments may name what code may not. Strings are stepped over whole, since `//` in one is no comment. */
export function withoutComments(source: string): string {
  const pieces = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`)|\/\/[^\n]*|\/\*[^]*?\*\//g;
  return source.replaceAll(pieces, (_, text?: string) => text ?? " ");
}

/** Where a relative import leads, from the root. */
export function resolved(file: string, target: string): string {
  const path = file.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") path.pop();
    else if (part !== ".") path.push(part);
  }
  return path.join("/");
}
