// Changes the password, or sets the first one of an account that signs in with 42.

import { html, type TemplateResult } from "lit/html.js";
import { changePassword } from "../../../schema/http/account.ts";
import { call } from "../../platform/api.ts";
import { createField } from "./field.ts";
import { newPasswordKind } from "./field-kinds.ts";
import { fieldView } from "./field-view.ts";
import { Form } from "./form.ts";
import { type AccountContext, type Section, ActionStatus } from "./section.ts";
import { t } from "./words.ts";
import { withPassword } from "./with-password.ts";

export class PasswordSection implements Section {
  readonly id = "password-section";
  readonly title = "password.title";
  readonly #context: AccountContext;
  readonly #form: Form;
  readonly #status: ActionStatus;
  #field = createField(newPasswordKind);

  constructor(context: AccountContext) {
    this.#context = context;
    this.#status = new ActionStatus(context);
    const { show, signedOut, page } = context;
    this.#form = new Form({
      fields: () => [this.#field],
      root: page.root,
      show,
      signedOut,
      fail: (error) => page.fail(error),
    });
  }

  view(): TemplateResult {
    const { hasPassword, login } = this.#context.account();
    const send = (event: Event): void => {
      event.preventDefault();
      this.#status.done("");
      void this.#form.send(() => this.#change());
    };
    return html`<p class="quiet">${t(hasPassword ? "password.lead" : "password.leadFirst")}</p>
      <form novalidate method="post" @submit=${send}>
        <input hidden name="username" autocomplete="username" .value=${login} />
        ${fieldView(this.#field, this.#context.show)}
        <button class="btn btn-primary" type="submit" ?disabled=${this.#form.isBusy}>
          ${t(hasPassword ? "password.change" : "password.set")}
        </button>
        ${this.#form.trouble()} ${this.#status.view()}
      </form>`;
  }

  async #change(): Promise<void> {
    const context = this.#context;
    const newPassword = this.#field.text;
    await withPassword(
      context,
      { title: "password.old", text: t("password.toBeSure"), submit: "password.change" },
      async (password) => {
        const account = await call(changePassword, { body: { newPassword, password } });
        this.#field = createField(newPasswordKind);
        context.changed(account);
        this.#status.done(t("password.changed"));
      },
    );
  }
}
