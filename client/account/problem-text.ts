// What the way back from 42 tells in the address: ?problem=CODE.

import { isText, t } from "../i18n/translate.ts";

/** Nobody can have the page say anything else. */
const PROBLEMS = /^(?:fortyTwo|signIn)\.\w+$/u;

/** The words for it; "" for none, and for a code that is not ours. @param search of the address */
export function problemText(search: string): string {
  const code = new URLSearchParams(search).get("problem") ?? "";
  return PROBLEMS.test(code) && isText(code) ? t(code) : "";
}
