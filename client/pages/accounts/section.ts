// What the sections of the account's page share: the account as it is now, and how they report what has happened.

import { html, type TemplateResult } from "lit/html.js";
import type { AccountReply } from "../../../schema/http/account.ts";
import { attempt } from "../../platform/action.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { type AccountText, t } from "./words.ts";

export interface AccountContext {
  readonly page: PageContext;
  readonly account: () => AccountReply;
  /** Shows the page as things are now. */
  readonly show: () => void;
  /** The account has changed. */
  readonly changed: (account: AccountReply) => void;
  /** The server no longer knows us. */
  readonly signedOut: () => void;
}

export interface Section {
  /** Its anchor. */
  readonly id: string;
  readonly title: AccountText;
  view(): TemplateResult;
}

/** What a section says about the last thing that was done in it. */
export class ActionStatus {
  readonly #context: AccountContext;
  #done = "";
  #trouble = "";

  constructor(context: AccountContext) {
    this.#context = context;
  }

  view(): TemplateResult {
    return html`<p class="told done" role="status">${this.#done}</p>
      <p class="trouble" role="alert">${this.#trouble}</p>`;
  }

  done(words: string): void {
    this.#set(words, "");
  }

  trouble(words: string): void {
    this.#set("", words);
  }

  /** Does it, and says what went wrong. Returns whether nothing did. */
  async attempt(act: () => Promise<void>): Promise<boolean> {
    this.#set("", "");
    const { page, signedOut } = this.#context;
    const { isDone, trouble } = await attempt(act, {
      fail: (error) => page.fail(error),
      unreachable: () => t("unreachable"),
      signedOut,
    });
    if (trouble !== "") this.trouble(trouble);
    return isDone;
  }

  #set(done: string, trouble: string): void {
    this.#done = done;
    this.#trouble = trouble;
    this.#context.show();
  }
}
