// Where to go once signed in: the address says it as ?to=/path. Only pages of our own; pure.

/** The path to return to, "/" without a good one. @param search of the address @param origin ours */
export function returnPath(search: string, origin: string): string {
  const to = new URLSearchParams(search).get("to") ?? "";
  if (!/^\/(?![/\\])/u.test(to) || !URL.canParse(to, origin)) return "/";
  const { origin: its, pathname, search: query, hash } = new URL(to, origin);
  if (its !== origin || pathname.startsWith("//") || pathname.startsWith("/sign-")) return "/";
  return pathname + query + hash;
}

/** The path of a page that returns to the same place in the end. */
export function keepReturn(path: string, search: string, origin: string): string {
  const to = returnPath(search, origin);
  return to === "/" ? path : `${path}?to=${encodeURIComponent(to)}`;
}
