// What is removed from an error's text before it is kept: addresses, queries, ids, tokens, e-mails, IPs. The page does
// it before it sends, and the server again, because it cannot know who sent. No zod here: the page loads this at once.

export const MAX_MESSAGE_LENGTH = 300;
export const MAX_STACK_LENGTH = 2_000;

const STRUCK = "…";
/** The work grows with the text, so its length is bounded. */
const LONGEST_READ = 4 * MAX_STACK_LENGTH;

/** In this order. Without lookbehind, which older Safaris cannot read. */
const RULES: readonly (readonly [RegExp, string])[] = [
  // Databases take neither NUL nor the rest; line ends and tabs stay.
  [/(?![\n\t])[\p{Cc}\u2028\u2029]/gu, ""],
  // One of our scripts keeps its name, so that a stack says where; any other address says too much.
  [/\b[a-z][a-z-]{1,20}:\/\/[^\s/]{1,200}\/(assets\/[\w.-]{1,100}\.js)\b/giu, "$1"],
  [/\b[a-z][a-z-]{1,20}:\/\/[^\s"'`<>)]+/giu, STRUCK],
  [/[?#&][^\s"'`<>)=]{0,100}=[^\s"'`<>)]*/gu, STRUCK],
  [/(^|[\s"'`(])(\/(?!assets\/)[\w-]{1,40})\/[^\s"'`<>)]+/gu, `$1$2/${STRUCK}`],
  [/[^\s@"'`<>()/]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}/giu, STRUCK],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/gu, STRUCK],
  // Three colons or a double one: line and column of a stack have two.
  [/(^|[^\w.])(?:[\da-f]{1,4}:){3,7}[\da-f:.]{0,40}/giu, `$1${STRUCK}`],
  [/(^|[^\w.])[\da-f]{0,4}(?::[\da-f]{1,4}){0,6}::[\da-f:.]{0,40}/giu, `$1${STRUCK}`],
  // Whatever is named as one.
  [
    /\b((?:room|session|seat|player|match|user|token|cookie|password|secret|key)(?:_?id)?["']?\s{0,3}[:=]?\s{0,3}["'])[^"'\n]+/giu,
    `$1${STRUCK}`,
  ],
  [/\b((?:token|cookie|password|secret|authorization|id)\s{0,3}[:=]\s{0,3})[^\s"',;)]+/giu, `$1${STRUCK}`],
];

/** Longer than words are, with letters and digits mixed, or nothing but digits. */
const WORD = /[\w-]{8,}/gu;

/** The text without what could point at a person, at most so long. */
export function strikeOut(text: string, longest: number): string {
  let left = text.slice(0, LONGEST_READ).toWellFormed();
  for (const [rule, instead] of RULES) left = left.replace(rule, instead);
  return left
    .replace(WORD, (word) => (looksLikeId(word) ? STRUCK : word))
    .slice(0, longest)
    .toWellFormed();
}

function looksLikeId(word: string): boolean {
  return /\d/u.test(word) && (/[a-z]/iu.test(word) || word.length > 8);
}
