// The button that has a code mailed once more. When the server says to wait, it counts the seconds down.

import { html, type TemplateResult } from "lit/html.js";
import { attempt } from "../../platform/action.ts";
import type { Refused } from "../../platform/api.ts";
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
    const { isDone, trouble } = await attempt(this.#mail, {
      unreachable: () => t("unreachable"),
      refused: (refusal) => this.#wait(refusal),
    });
    this.#isMailed = isDone;
    if (trouble !== "") this.#complain(trouble);
    this.#isBusy = false;
    this.#show();
  }

  /** Counts down instead of saying it. */
  #wait({ code, values: { seconds } }: Refused): string | null {
    if (code !== "tooMany" || typeof seconds !== "number") return null;
    this.#secondsLeft = seconds;
    return "";
  }

  #tick(): void {
    if (this.#secondsLeft === 0) return;
    this.#secondsLeft--;
    this.#show();
  }
}
