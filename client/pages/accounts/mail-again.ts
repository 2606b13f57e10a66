// The button that has a code mailed once more. When the server says to wait, it counts the seconds down.

import { html, type TemplateResult } from "lit/html.js";
import { Refused } from "../../platform/api.ts";
import { codeText } from "../../platform/i18n/translate.ts";
import { t } from "./words.ts";

export class MailAgain {
  readonly #mail: () => Promise<void>;
  readonly #show: () => void;
  readonly #complain: (trouble: string) => void;
  #secondsLeft = 0;
  #isBusy = false;
  #isMailed = false;

  /** @param complain shows what went wrong @param left ends the counting */
  constructor(mail: () => Promise<void>, show: () => void, complain: (trouble: string) => void, left: AbortSignal) {
    this.#mail = mail;
    this.#show = show;
    this.#complain = complain;
    const second = setInterval(() => this.#tick(), 1000);
    left.addEventListener("abort", () => clearInterval(second));
  }

  button(): TemplateResult {
    const words = this.#secondsLeft > 0 ? t("code.againIn", { seconds: this.#secondsLeft }) : t("code.again");
    return html`<button
        class="btn-text"
        type="button"
        ?disabled=${this.#isBusy || this.#secondsLeft > 0}
        @click=${() => void this.send()}
      >
        ${words}
      </button>
      <span class="done" role="status">${this.#isMailed ? t("code.mailed") : ""}</span>`;
  }

  async send(): Promise<void> {
    this.#isBusy = true;
    this.#isMailed = false;
    this.#complain("");
    this.#show();
    try {
      await this.#mail();
      this.#isMailed = true;
    } catch (error) {
      this.#explain(error);
    }
    this.#isBusy = false;
    this.#show();
  }

  #explain(error: unknown): void {
    if (!(error instanceof Refused)) return this.#complain(t("unreachable"));
    const { seconds } = error.values;
    if (error.code === "tooMany" && typeof seconds === "number") this.#secondsLeft = seconds;
    else this.#complain(codeText(error.code, error.values));
  }

  #tick(): void {
    if (this.#secondsLeft === 0) return;
    this.#secondsLeft--;
    this.#show();
  }
}
