// One sentence for the page that is opened next: what the last one has done ("You are signed out.").

let words = "";

/** Has the next page say it. */
export function sayNext(sentence: string): void {
  words = sentence;
}

/** What is to be said, once; "" for nothing. */
export function takeSaid(): string {
  const sentence = words;
  words = "";
  return sentence;
}
