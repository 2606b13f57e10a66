// What a page is and what it gets: its element, the values of its address, and how to go elsewhere; and one sentence for the page that
// is opened next: what the last one has done ("You are signed out.").

import type { Params } from "./routes.ts";
import type { Visitor } from "./visitor.ts";

/** Shows itself in `context.root`, and frees what it holds when `context.left` aborts. May throw: then the failure is shown. */
export type OpenPage = (context: PageContext) => void | Promise<void>;

export interface PageContext {
  readonly root: HTMLElement;
  readonly params: Params;
  readonly visitor: Visitor;
  /** Aborts when the page is left. */
  readonly left: AbortSignal;
  /** Says what the page is called and moves the focus to its heading, for those who listen to it. */
  announce(title: string): void;
  go(path: string, how?: "push" | "replace"): void;
  /** Reopens the same address. */
  reopen(): void;
  /** Shows what went wrong in place of the page. */
  fail(error: unknown): void;
  /** Asked before the page is left by a link, a button or Back; not by a reload. */
  guard(mayLeave: (() => Promise<boolean>) | null): void;
}

/** The browser cannot draw the table: WebGL is switched off or missing. A page may fail with it. */
export class NoGraphics extends Error {
  constructor(cause: unknown) {
    super("the table cannot be drawn", { cause });
    this.name = "NoGraphics";
  }
}

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
