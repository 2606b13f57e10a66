// A line of the account's page with a value and a way to change it: the field opens below, and the password is asked for.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { AccountReply } from "../../../schema/http/account.ts";
import { createField, type Field, type FieldKind } from "./field.ts";
import { fieldView } from "./field-view.ts";
import { Form } from "./form.ts";
import type { AccountContext } from "./section.ts";
import { type AccountText, t } from "./words.ts";
import { withPassword } from "./with-password.ts";

export interface ChangeRowOptions {
  readonly context: AccountContext;
  readonly kind: FieldKind;
  readonly label: AccountText;
  readonly value: (account: AccountReply) => string;
  /** Of the dialog that asks for the password. */
  readonly question: AccountText;
  readonly change: (text: string, password: string) => Promise<AccountReply>;
  /** What is said once it is changed. */
  readonly done: (account: AccountReply) => string;
  /** What stands below the value. */
  readonly note?: () => TemplateResult | typeof nothing;
}

export class ChangeRow {
  readonly #options: ChangeRowOptions;
  readonly #form: Form;
  #field: Field | null = null;
  #done = "";

  constructor(options: ChangeRowOptions) {
    this.#options = options;
    const { show, signedOut, page } = options.context;
    this.#form = new Form({
      fields: () => (this.#field === null ? [] : [this.#field]),
      root: page.root,
      show,
      signedOut,
      fail: (error) => page.fail(error),
    });
  }

  view(): TemplateResult {
    const { context, label, value, note, kind } = this.#options;
    return html`<div class="account-row">
      <div class="account-value">
        <span class="account-label">${t(label)}</span>
        <strong>${value(context.account())}</strong>
        ${note?.() ?? nothing}
      </div>
      <button
        class="btn btn-secondary btn-small"
        type="button"
        aria-expanded=${this.#field === null ? "false" : "true"}
        aria-label="${t("change")}: ${t(kind.label)}"
        @click=${() => this.#toggle()}
      >
        ${t(this.#field === null ? "change" : "cancel")}
      </button>
      ${this.#field === null ? nothing : this.#formView(this.#field)}
      <p class="told done" role="status">${this.#done}</p>
    </div>`;
  }

  #formView(field: Field): TemplateResult {
    const send = (event: Event): void => {
      event.preventDefault();
      void this.#form.send(() => this.#change(field));
    };
    return html`<form class="account-row-form" novalidate @submit=${send}>
      ${fieldView(field, this.#options.context.show)}
      <button class="btn btn-primary" type="submit" ?disabled=${this.#form.isBusy}>${t("save")}</button>
      ${this.#form.trouble()}
    </form>`;
  }

  #toggle(): void {
    const { context, kind } = this.#options;
    this.#field = this.#field === null ? createField(kind) : null;
    this.#done = "";
    this.#form.complain("");
    context.show();
    if (this.#field !== null) context.page.root.querySelector<HTMLElement>(`#${kind.id}`)?.focus();
  }

  async #change(field: Field): Promise<void> {
    const { context, question, change, done } = this.#options;
    await withPassword(context, { title: question, text: t("password.toBeSure"), submit: "save" }, async (password) => {
      const account = await change(field.kind.tidy(field.text), password);
      this.#field = null;
      this.#done = done(account);
      context.changed(account);
    });
  }
}
