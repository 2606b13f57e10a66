// Turning on two-factor sign-in: a code made with the new secret, or one that was mailed, shows that it works.

import { html, type TemplateResult } from "lit/html.js";
import { confirmEmailFactor, confirmTotp, type TotpReply } from "../../../schema/http/account.ts";
import { call } from "../../platform/api.ts";
import { createField } from "./field.ts";
import { codeKind } from "./field-kinds.ts";
import { fieldView } from "./field-view.ts";
import { Form } from "./form.ts";
import { qrCode } from "./qr.ts";
import type { AccountContext } from "./section.ts";
import { t } from "./words.ts";

export interface FactorSetupOptions {
  readonly context: AccountContext;
  /** Null: by mail. */
  readonly totp: TotpReply | null;
  readonly confirmed: (codes: readonly string[]) => Promise<void>;
  readonly cancel: () => void;
}

export class FactorSetup {
  readonly #options: FactorSetupOptions;
  readonly #code = createField(codeKind);
  readonly #form: Form;

  constructor(options: FactorSetupOptions) {
    this.#options = options;
    const { show, signedOut, page } = options.context;
    this.#form = new Form({
      fields: () => [this.#code],
      root: page.root,
      show,
      signedOut,
      fail: (error) => page.fail(error),
    });
  }

  view(): TemplateResult {
    const { context, totp, cancel } = this.#options;
    const send = (event: Event): void => {
      event.preventDefault();
      void this.#form.send(() => this.#confirm());
    };
    return html`<form class="factor-setup" novalidate @submit=${send}>
      ${totp === null ? html`<p>${t("factor.mailed", { email: context.account().email ?? "" })}</p>` : secretView(totp)}
      ${fieldView(this.#code, context.show)} ${this.#form.trouble()}
      <div class="actions">
        <button class="btn btn-primary" type="submit" ?disabled=${this.#form.isBusy}>${t("factor.turnOn")}</button>
        <button class="btn btn-secondary" type="button" @click=${cancel}>${t("cancel")}</button>
      </div>
    </form>`;
  }

  async #confirm(): Promise<void> {
    const code = this.#code.kind.tidy(this.#code.text);
    const confirm = this.#options.totp === null ? confirmEmailFactor : confirmTotp;
    const { recoveryCodes } = await call(confirm, { body: { code } });
    await this.#options.confirmed(recoveryCodes);
  }
}

function secretView({ uri, secret }: TotpReply): TemplateResult {
  return html`<div class="factor-secret">
    ${qrCode(uri, t("factor.qr"))}
    <div>
      <p>${t("factor.scan")}</p>
      <p class="quiet">${t("factor.type")}</p>
      <p><code class="factor-key">${secret.replace(/.{4}(?=.)/gu, "$& ")}</code></p>
    </div>
  </div>`;
}
