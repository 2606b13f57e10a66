// The shape of the house as a graph of who imports whom, and what is judged by it: circles of files, circles of folders, doors
// that only a feature itself may use, files that lie flat. Judges plain data, so that seeded violations can be judged too.

import { importsOf, resolved, withoutComments } from "./layers.ts";

/** A file, relative to the root and with slashes, and what it holds. */
export interface Source {
  readonly file: string;
  readonly source: string;
}

/** One of our files imports another. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** By `import()`, when it is needed. */
  readonly isLazy: boolean;
}

/** Folders of game-server/ that are no feature: what features stand on, and what puts them together. */
const FOUNDATIONS = new Set(["app", "platform", "identity", "cluster", "http"]);
/** How a feature of game-server/ is entered. */
const OPENING_FILE = "feature.ts";
/** What may lie flat in game-server/: what a command line names, and settings of tools. */
const FLAT = new Set(["start.mjs", "tsconfig.json", "make-admin.ts", "rebuild-figures.ts"]);

/** Every import of one of our files, including type imports. */
export function edgesOf(sources: readonly Source[]): Edge[] {
  const files = new Set(sources.map(({ file }) => file));
  return sources.flatMap(({ file, source }) => {
    const code = withoutComments(source);
    const lazy = new Set([...code.matchAll(/\bimport\s*\(\s*(["'`])([^"'`\n]+)\1/g)].map((match) => match[2]));
    return [...new Set(importsOf(code))]
      .filter((target) => target.startsWith("."))
      .map((target) => ({ from: file, to: resolved(file, target), isLazy: lazy.has(target) }))
      .filter(({ to }) => files.has(to));
  });
}

/** Groups of nodes of which each leads to all others: the strongly connected components of more than one (Tarjan 1972). */
export function circles(edges: readonly Pick<Edge, "from" | "to">[]): string[][] {
  const next = Map.groupBy(edges, ({ from }) => from);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  function visit(node: string): void {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const { to } of next.get(node) ?? []) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(node, Math.min(low.get(node)!, low.get(to)!));
    }
    if (low.get(node) !== index.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) found.push(circle.toSorted());
  }
  for (const { from } of edges) if (!index.has(from)) visit(from);
  return found;
}

/** Circles among the folders right under `top`; files that lie flat there are no folder. */
export function folderCircles(edges: readonly Edge[], top: string): string[][] {
  const within = edges.flatMap(({ from, to }) => {
    const [one, other] = [folderOf(from, top), folderOf(to, top)];
    return one === null || other === null || one === other ? [] : [{ from: one, to: other }];
  });
  return circles(within);
}

/**
 * Imports of a feature's inside from outside, each said in a line. A page is opened by client/app alone, or when it is needed;
 * what several pages share is no page's.
 */
export function sideDoors(edges: readonly Edge[]): string[] {
  return edges.flatMap(({ from, to, isLazy }) => {
    const feature = folderOf(to, "game-server");
    if (feature !== null && !FOUNDATIONS.has(feature) && folderOf(from, "game-server") !== feature)
      return to === `game-server/${feature}/${OPENING_FILE}`
        ? []
        : [`${from} goes round ${feature}'s ${OPENING_FILE}: ${to}`];
    const page = folderOf(to, "client/pages");
    const isOpener = isLazy || from.startsWith("client/app/");
    if (page !== null && folderOf(from, "client/pages") !== page && !isOpener)
      return [`${from} takes of a page that it does not open: ${to}`];
    return [];
  });
}

/** Files that lie flat in game-server/ and are not named on a command line. */
export function flatFiles(files: readonly string[]): string[] {
  return files.filter((file) => {
    const [top, name, ...more] = file.split("/");
    return top === "game-server" && more.length === 0 && !FLAT.has(name!);
  });
}

function folderOf(file: string, top: string): string | null {
  if (!file.startsWith(`${top}/`)) return null;
  const [folder, ...more] = file.slice(top.length + 1).split("/");
  return more.length === 0 ? null : folder!;
}
