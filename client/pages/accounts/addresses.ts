// What the addresses of an account's pages carry: where to go once signed in (?to=/path, only pages of our own), what the
// callback from 42 puts there (?problem=CODE, or ?note=CODE where all is well), and the secret of a mailed link. That stands in the
// fragment, which no server and no log gets to see; it is read once and taken out, so that it neither stays in the history nor is copied
// along.

import { isText, t } from "../../platform/i18n/translate.ts";

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

/** Nobody can have the page say anything else. */
const PROBLEMS = /^(?:fortyTwo|signIn)\.\w+$/u;

/** The words for it; "" for none, and for a code that is not ours. @param search of the address */
export function problemText(search: string): string {
  return textOf(search, "problem");
}

export function noteText(search: string): string {
  return textOf(search, "note");
}

function textOf(search: string, name: string): string {
  const code = new URLSearchParams(search).get(name) ?? "";
  return PROBLEMS.test(code) && isText(code) ? t(code) : "";
}

/** "" when the address has none. */
export function takeLinkToken(): string {
  const token = location.hash.slice(1);
  if (token !== "") history.replaceState(history.state, "", location.pathname);
  return token;
}
