// The account's link with 42: with it one signs in there.

import { html, type TemplateResult } from "lit/html.js";
import { linkFortyTwo, unlinkFortyTwo } from "../../../schema/http/forty-two.ts";
import { askSite } from "../../../schema/http/site.ts";
import { call } from "../../platform/api.ts";
import { type AccountContext, type Section, ActionStatus } from "./section.ts";
import { t } from "./words.ts";
import { withPassword } from "./with-password.ts";
import { noteText, problemText } from "./addresses.ts";

/** Whether one can sign in by 42 here. */
export async function hasFortyTwo(): Promise<boolean> {
  const site = await call(askSite).catch(() => null);
  return site?.fortyTwo === true;
}

export class FortyTwoSection implements Section {
  readonly id = "forty-two";
  readonly title = "fortyTwo.title";
  readonly #context: AccountContext;
  readonly #status: ActionStatus;
  /** What the callback from 42 has to say. */
  #problem = problemText(location.search);

  constructor(context: AccountContext) {
    this.#context = context;
    this.#status = new ActionStatus(context);
  }

  view(): TemplateResult {
    const { fortyTwo } = this.#context.account();
    return html`<p class="quiet">
        ${fortyTwo === null ? t("fortyTwo.lead") : t("fortyTwo.linked", { login: fortyTwo })}
      </p>
      <button
        class="btn btn-secondary"
        type="button"
        @click=${() => void (fortyTwo === null ? this.#link() : this.#unlink())}
      >
        ${t(fortyTwo === null ? "fortyTwo.link" : "fortyTwo.unlink")}
      </button>
      <p role="status">${noteText(location.search)}</p>
      <p class="trouble" role="alert">${this.#problem}</p>
      ${this.#status.view()}`;
  }

  #link(): Promise<boolean> {
    this.#problem = "";
    return this.#status.attempt(async () => {
      await withPassword(
        this.#context,
        { title: "fortyTwo.link", text: t("password.toBeSure"), submit: "goOn" },
        async (password) => {
          const reply = await call(linkFortyTwo, { body: { password } });
          location.assign(reply.location);
        },
      );
    });
  }

  #unlink(): Promise<boolean> {
    this.#problem = "";
    return this.#status.attempt(async () => {
      await withPassword(
        this.#context,
        { title: "fortyTwo.unlink", text: t("password.toBeSure"), submit: "fortyTwo.unlink" },
        async (password) => {
          await call(unlinkFortyTwo, { body: { password } });
          this.#context.changed({ ...this.#context.account(), fortyTwo: null });
          this.#status.done(t("fortyTwo.unlinked"));
        },
      );
    });
  }
}
