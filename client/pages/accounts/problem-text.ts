// What the callback from 42 puts into the address: ?problem=CODE, or ?note=CODE where all is well.

import { isText, t } from "../../platform/i18n/translate.ts";

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
