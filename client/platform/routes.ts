// Which page an address means. Pure; router.ts acts on it.

export type Params = Readonly<Record<string, string>>;

/** The values of `:names` in the pattern if the path fits it, otherwise null. A slash at the end makes no difference. */
export function matchPath(pattern: string, path: string): Params | null {
  const wanted = split(pattern);
  const given = split(path);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decode(given[index]!);
    if (value === null) return null;
    if (part.startsWith(":")) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

/** The first of the patterns that the path fits, with its values. */
export function findRoute<Page>(
  routes: readonly (readonly [pattern: string, page: Page])[],
  path: string,
): { page: Page; params: Params } | null {
  for (const [pattern, page] of routes) {
    const params = matchPath(pattern, path);
    if (params !== null) return { page, params };
  }
  return null;
}

function split(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
