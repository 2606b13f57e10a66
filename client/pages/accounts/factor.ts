// Two-factor sign-in: turning it on with an authenticator or by email, off again, and its recovery codes.

import { html, type TemplateResult } from "lit/html.js";
import {
  askAccount,
  beginEmailFactor,
  beginTotp,
  forgetDevices,
  removeFactor,
  renewRecoveryCodes,
  type TotpReply,
} from "../../../schema/http/account.ts";
import { call } from "../../platform/api.ts";
import { FactorSetup } from "./factor-setup.ts";
import { recoveryCodes } from "./recovery-codes.ts";
import { type AccountContext, type Section, ActionStatus } from "./section.ts";
import { t } from "./words.ts";
import { withPassword } from "./with-password.ts";

export class FactorSection implements Section {
  readonly id = "second-step";
  readonly title = "factor.title";
  readonly #context: AccountContext;
  readonly #status: ActionStatus;
  #setup: FactorSetup | null = null;
  /** Just made, and shown until they are kept. */
  #codes: readonly string[] = [];

  constructor(context: AccountContext) {
    this.#context = context;
    this.#status = new ActionStatus(context);
  }

  view(): TemplateResult {
    return html`${this.#content()} ${this.#status.view()}`;
  }

  #content(): TemplateResult {
    if (this.#codes.length > 0) {
      return recoveryCodes(
        this.#codes,
        () => this.#kept(),
        (words) => this.#status.done(words),
      );
    }
    if (this.#setup !== null) return this.#setup.view();
    return this.#context.account().factor === "none" ? this.#off() : this.#on();
  }

  #off(): TemplateResult {
    const { email } = this.#context.account();
    return html`<p class="quiet">${t("factor.lead")}</p>
      <div class="factor-ways">
        <div>
          <h3>${t("factor.totp")}</h3>
          <p>${t("factor.totpText")}</p>
          <button class="btn btn-primary" type="button" @click=${() => void this.#beginTotp()}>
            ${t("factor.setUpTotp")}
          </button>
        </div>
        <div>
          <h3>${t("factor.email")}</h3>
          <p>${t(email === null ? "factor.emailUnverified" : "factor.emailText")}</p>
          <button
            class="btn btn-secondary"
            type="button"
            ?disabled=${email === null}
            @click=${() => void this.#beginEmail()}
          >
            ${t("factor.setUpEmail")}
          </button>
        </div>
      </div>`;
  }

  #on(): TemplateResult {
    const { factor, recoveryCodesLeft } = this.#context.account();
    return html`<p><strong class="done">${t(factor === "totp" ? "factor.isTotp" : "factor.isEmail")}</strong></p>
      <p class=${recoveryCodesLeft < 3 ? "field-fault" : "quiet"}>
        ${t("factor.codesLeft", { count: recoveryCodesLeft })}
      </p>
      <div class="actions">
        <button class="btn btn-secondary" type="button" @click=${() => void this.#renew()}>
          ${t("factor.newCodes")}
        </button>
        <button class="btn btn-secondary" type="button" @click=${() => void this.#forget()}>
          ${t("factor.askEverywhere")}
        </button>
        <button class="btn btn-danger" type="button" @click=${() => void this.#turnOff()}>
          ${t("factor.turnOff")}
        </button>
      </div>`;
  }

  #beginTotp(): Promise<boolean> {
    return this.#status.attempt(async () => {
      await withPassword(
        this.#context,
        { title: "factor.setUpTotp", text: t("password.toBeSure"), submit: "goOn" },
        async (password) => this.#begin(await call(beginTotp, { body: { password } })),
      );
    });
  }

  #beginEmail(): Promise<boolean> {
    return this.#status.attempt(async () => {
      await withPassword(
        this.#context,
        { title: "factor.setUpEmail", text: t("password.toBeSure"), submit: "goOn" },
        async (password) => {
          await call(beginEmailFactor, { body: { password } });
          this.#begin(null);
        },
      );
    });
  }

  #begin(totp: TotpReply | null): void {
    const context = this.#context;
    this.#setup = new FactorSetup({
      context,
      totp,
      cancel: () => {
        this.#setup = null;
        context.show();
      },
      confirmed: async (codes) => {
        this.#setup = null;
        this.#show(codes);
        context.changed(await call(askAccount));
        this.#status.done(t("factor.turnedOn"));
      },
    });
    context.show();
    // After the dialog has given the focus back.
    setTimeout(() => context.page.root.querySelector<HTMLElement>("#code")?.focus());
  }

  #show(codes: readonly string[]): void {
    this.#codes = codes;
    this.#context.show();
    this.#context.page.root.querySelector<HTMLElement>(".recovery h3")?.focus();
  }

  #kept(): void {
    this.#codes = [];
    this.#status.done("");
  }

  #renew(): Promise<boolean> {
    return this.#status.attempt(async () => {
      await withPassword(
        this.#context,
        { title: "factor.newCodes", text: t("factor.newCodesText"), submit: "goOn" },
        async (password) => {
          const reply = await call(renewRecoveryCodes, { body: { password } });
          this.#context.changed({ ...this.#context.account(), recoveryCodesLeft: reply.recoveryCodes.length });
          this.#show(reply.recoveryCodes);
        },
      );
    });
  }

  #forget(): Promise<boolean> {
    return this.#status.attempt(async () => {
      await call(forgetDevices);
      this.#status.done(t("factor.forgotten"));
    });
  }

  #turnOff(): Promise<boolean> {
    return this.#status.attempt(async () => {
      await withPassword(
        this.#context,
        { title: "factor.turnOff", text: t("factor.turnOffText"), submit: "factor.turnOff", asksCode: true },
        async (password, code) => {
          this.#context.changed(await call(removeFactor, { body: { password, code } }));
          this.#status.done(t("factor.turnedOff"));
        },
      );
    });
  }
}
