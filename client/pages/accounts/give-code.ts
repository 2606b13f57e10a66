// The second step of signing in: a code of the authenticator or of a mail, or a recovery code.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { askPending, giveCode, mailCode, type PendingReply } from "../../../schema/http/sign-in.ts";
import { call } from "../../platform/api.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { createField, type Field } from "./field.ts";
import { codeKind, recoveryCodeKind } from "./field-kinds.ts";
import { arriveAt, createForm, formView, showPane } from "./form-page.ts";
import type { Form } from "./form.ts";
import { MailAgain } from "./mail-again.ts";
import { t } from "./words.ts";
import { keepReturn, returnPath } from "./addresses.ts";

type Pending = NonNullable<PendingReply["pending"]>;

export async function openGiveCode(context: PageContext): Promise<void> {
  const { pending } = await call(askPending);
  if (context.left.aborted) return;
  if (pending === null) return context.go(keepReturn("/sign-in", location.search, location.origin), "replace");
  new GiveCode(context, pending).show();
  arriveAt(context, "code.title");
  context.root.querySelector<HTMLElement>("#code")?.focus();
}

class GiveCode {
  readonly #context: PageContext;
  readonly #pending: Pending;
  readonly #form: Form;
  readonly #mail: MailAgain;
  readonly #to = returnPath(location.search, location.origin);
  #field: Field = createField(codeKind);
  #remember = false;

  constructor(context: PageContext, pending: Pending) {
    this.#context = context;
    this.#pending = pending;
    this.#form = createForm(
      context,
      () => this.show(),
      () => [this.#field],
    );
    this.#mail = new MailAgain(
      () => call(mailCode),
      () => this.show(),
      (trouble) => this.#form.complain(trouble),
      context.left,
    );
  }

  show(): void {
    showPane(
      this.#context,
      html`<h1>${t("code.title")}</h1>
        <p class="quiet">${this.#lead()}</p>
        ${formView(this.#form, [this.#field], () => this.show(), {
          submit: "code.submit",
          act: () => this.#give(),
          before: this.#rememberChoice(),
        })}
        <p class="form-links">
          ${this.#pending.factor === "email" && !this.#isRecovery() ? this.#mail.button() : nothing}
          <button class="btn-text" type="button" @click=${() => this.#switch()}>
            ${t(this.#isRecovery() ? "code.useCode" : "code.useRecovery")}
          </button>
          <a href="/sign-in">${t("code.other")}</a>
        </p>`,
    );
  }

  #lead(): string {
    if (this.#isRecovery()) return t("code.recovery");
    return this.#pending.factor === "totp" ? t("code.totp") : t("code.email", { address: this.#pending.sentTo ?? "" });
  }

  #rememberChoice(): TemplateResult {
    const set = (event: Event): void => {
      this.#remember = (event.target as HTMLInputElement).checked;
    };
    return html`<div class="form-check">
      <input class="form-check-input" id="remember" type="checkbox" .checked=${this.#remember} @change=${set} />
      <label class="form-check-label" for="remember">${t("code.remember")}</label>
    </div>`;
  }

  #isRecovery(): boolean {
    return this.#field.kind === recoveryCodeKind;
  }

  #switch(): void {
    this.#field = createField(this.#isRecovery() ? codeKind : recoveryCodeKind);
    this.#form.complain("");
    this.show();
    this.#context.root.querySelector<HTMLElement>(`#${this.#field.kind.id}`)?.focus();
  }

  async #give(): Promise<void> {
    const code = this.#field.kind.tidy(this.#field.text);
    const { player } = await call(giveCode, { body: { code, remember: this.#remember } });
    this.#context.visitor.become(player);
    this.#context.go(this.#to, "replace");
  }
}
