// Names for those who come from 42 for the first time: their login there, made to fit, with a number where it is taken.

import { numbered } from "../../identity/restore-guest-name.ts";
import { MAX_LOGIN_LENGTH, loginFault, tidyLogin } from "../../../schema/credentials.ts";
import { MAX_NAME_LENGTH, nameFault, tidyName } from "../../../schema/player-name.ts";
import { looksLikeBot } from "../../identity/reserved.ts";

const MAX_NUMBER = 999;
/** Where nothing of a person's name there can be a name here. */
const NAMELESS = "player-42";

/** The login names to try, in turn: "jdoe", "jdoe-2", "jdoe-3", ... @param from a login of any shape */
export function* loginsFrom(from: string): Generator<string> {
  const letters = tidyLogin(from)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/gu, "-");
  const base = cut(letters, MAX_LOGIN_LENGTH);
  // Too short, or of a script that has none of these letters.
  const longer = cut(`${base}-42`, MAX_LOGIN_LENGTH);
  const first = [base, longer].find((login) => loginFault(login) === null && !looksLikeBot(login)) ?? NAMELESS;
  yield first;
  for (let number = 2; number <= MAX_NUMBER; number++) {
    const suffix = `-${number}`;
    yield cut(first, MAX_LOGIN_LENGTH - suffix.length) + suffix;
  }
}

/** The display names to try, in turn: "jdoe", "jdoe 2", ... */
export function* namesFrom(from: string): Generator<string> {
  const cutName = [...tidyName(from)]
    .slice(0, MAX_NAME_LENGTH)
    .join("")
    .replace(/[ ._'’-]+$/u, "");
  const [login = NAMELESS] = loginsFrom(from);
  const first =
    nameFault(cutName) === null && !looksLikeBot(cutName) ? cutName : [...login].slice(0, MAX_NAME_LENGTH).join("");
  yield first;
  for (let number = 2; number <= MAX_NUMBER; number++) yield numbered(first, number);
}

function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/^-+|-+$/gu, "");
}
