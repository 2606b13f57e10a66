// Runs what somebody does on a page and says what went wrong with it: a refusal in its own words, a server that is away in the
// page's, the end of the session by signing in again. Whatever else is a fault of ours, and ends the page.

import { Refused, Unreachable } from "./api.ts";
import { codeText } from "./i18n/translate.ts";

/** What becomes of that which goes wrong. At least one of `fail` and `unreachable` is given. */
export interface Handling {
  /** Ends the page. Left out: what is no refusal is said in the words of `unreachable`. */
  readonly fail?: (error: unknown) => void;
  /** The words for a server that cannot be reached. Left out: that ends the page. */
  readonly unreachable?: () => string;
  /** The server does not know us any more. Left out: that is a refusal like any other. */
  readonly signedOut?: () => void;
  /** Other words than usual for a refusal, "" where it is shown elsewhere; null: the usual ones. */
  readonly refused?: (refusal: Refused) => string | null;
}

export interface Outcome {
  readonly isDone: boolean;
  /** The page has been left for another one, or for what is shown in its place. */
  readonly isOver: boolean;
  /** What went wrong, in words; "" for nothing. */
  readonly trouble: string;
}

/** Does it, and puts what goes wrong into words. Never throws. */
export async function attempt(act: () => Promise<unknown>, handling: Handling): Promise<Outcome> {
  try {
    await act();
    return { isDone: true, isOver: false, trouble: "" };
  } catch (error) {
    const trouble = explain(error, handling);
    return { isDone: false, isOver: trouble === null, trouble: trouble ?? "" };
  }
}

/** Null: the page is over. */
function explain(error: unknown, { fail, unreachable, signedOut, refused }: Handling): string | null {
  if (error instanceof Refused) {
    if (error.code !== "signedOut" || signedOut === undefined)
      return refused?.(error) ?? codeText(error.code, error.values);
    signedOut();
    return null;
  }
  if (unreachable !== undefined && (error instanceof Unreachable || fail === undefined)) return unreachable();
  fail?.(error);
  return null;
}

/** What is done on a page, one thing at a time. */
export class Action {
  readonly #show: () => void;
  readonly #handling: Handling;
  #isBusy = false;
  /** What went wrong with the last one, in words; "" for nothing. */
  trouble = "";

  /** @param show shows the page as things are now */
  constructor(show: () => void, handling: Handling) {
    this.#show = show;
    this.#handling = handling;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Answers whether it was done; nothing happens while another one runs. @param handling instead of the usual one, in parts */
  async run(act: () => Promise<unknown>, handling: Handling = {}): Promise<boolean> {
    if (this.#isBusy) return false;
    this.#isBusy = true;
    this.trouble = "";
    this.#show();
    const { isDone, isOver, trouble } = await attempt(act, { ...this.#handling, ...handling });
    this.#isBusy = false;
    if (isOver) return false;
    // An action may say itself what was wrong without failing.
    if (!isDone) this.trouble = trouble;
    this.#show();
    return isDone;
  }
}
