// What a page about people asks the server for, one thing at a time, and what went wrong with the last, in words.

import { Refused } from "./api.ts";
import { codeText } from "./i18n/translate.ts";
import type { PageContext } from "./page-context.ts";

export class Attempts {
  readonly #context: PageContext;
  readonly #show: () => void;
  busy = false;
  trouble = "";

  /** @param show shows the page as things are now */
  constructor(context: PageContext, show: () => void) {
    this.#context = context;
    this.#show = show;
  }

  /** Nothing happens while another one runs. */
  async make(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = "";
    this.#show();
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refused)) return this.#context.fail(error);
      this.trouble = codeText(error.code, error.values);
    }
    this.busy = false;
    this.#show();
  }
}
