// When two names count as the same name: not only when their letters are the same, but when a person could mistake one for the other.
// Reserved names: reserved.ts. What a name may be made of: schema/player-name.ts.

import { remove as toLatin } from "confusables";
import { tidyName } from "../../schema/player-name.ts";

/** Pairs of letters that look like one. */
const LIGATURES: readonly (readonly [RegExp, string])[] = [
  [/rn/gu, "m"],
  [/vv/gu, "w"],
];

/**
 * Names that look alike have the same key: "Alice", "ALICE", "Аlice" with a Cyrillic А, "A1ice", "A-l i.c e".
 *
 * Letters of other scripts that look like Latin ones become those (Unicode's list of confusables), accents go, case goes, and
 * since a capital I looks like a small l, so do i and l.
 */
export function nameKey(name: string): string {
  const letters = toLatin(tidyName(name))
    .normalize("NFKD")
    .replace(/[\p{M}\p{P}\p{Z}]/gu, "")
    .toLocaleLowerCase("en")
    .replace(/[i1|]/gu, "l")
    .replace(/0/gu, "o");
  return LIGATURES.reduce((key, [pair, letter]) => key.replace(pair, letter), letters);
}
