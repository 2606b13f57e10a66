// The account's names and its address.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { changeEmail, changeLogin, changeName, mailVerification } from "../../../schema/http/account.ts";
import { call } from "../../platform/api.ts";
import { ChangeRow } from "./change-row.ts";
import { displayNameKind, emailKind, loginKind } from "./field-kinds.ts";
import { type AccountContext, type Section, ActionStatus } from "./section.ts";
import { t } from "./words.ts";

export class IdentitySection implements Section {
  readonly id = "address";
  readonly title = "identity.title";
  readonly #context: AccountContext;
  readonly #status: ActionStatus;
  readonly #rows: readonly ChangeRow[];

  constructor(context: AccountContext) {
    this.#context = context;
    this.#status = new ActionStatus(context);
    this.#rows = [
      new ChangeRow({
        context,
        kind: displayNameKind,
        label: "field.name",
        value: ({ name }) => name,
        question: "identity.changeName",
        change: (name, password) => call(changeName, { body: { name, password } }),
        done: ({ name }) => t("identity.nameChanged", { name }),
      }),
      new ChangeRow({
        context,
        kind: loginKind,
        label: "field.login",
        value: ({ login }) => login,
        question: "identity.changeLogin",
        change: (login, password) => call(changeLogin, { body: { login, password } }),
        done: ({ login }) => t("identity.loginChanged", { login }),
      }),
      new ChangeRow({
        context,
        kind: emailKind,
        label: "field.email",
        value: ({ email, pendingEmail }) => email ?? pendingEmail ?? t("identity.noEmail"),
        question: "identity.changeEmail",
        change: (email, password) => call(changeEmail, { body: { email, password } }),
        done: ({ pendingEmail }) => t("identity.emailMailed", { email: pendingEmail ?? "" }),
        note: () => this.#emailNote(),
      }),
    ];
  }

  view(): TemplateResult {
    return html`${this.#rows.map((row) => row.view())} ${this.#status.view()}`;
  }

  #emailNote(): TemplateResult | typeof nothing {
    const { email, pendingEmail } = this.#context.account();
    if (pendingEmail === null)
      return email === null ? nothing : html`<span class="done">${t("identity.verified")}</span>`;
    return html`<span class="account-note">
      ${t(email === null ? "identity.waiting" : "identity.waitingNew", { email: pendingEmail })}
      <button class="btn-text" type="button" @click=${() => void this.#mailAgain()}>${t("identity.again")}</button>
    </span>`;
  }

  #mailAgain(): Promise<boolean> {
    return this.#status.attempt(async () => {
      await call(mailVerification);
      this.#status.done(t("identity.emailMailed", { email: this.#context.account().pendingEmail ?? "" }));
    });
  }
}
