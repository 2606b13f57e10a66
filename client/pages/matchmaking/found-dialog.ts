// An opponent is found: both have seconds to accept. Over the page, or over the warm-up.

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import type { ProposalMessage } from "../../../schema/queues.ts";
import { openDialog } from "../../ui/components/dialog.ts";
import { t } from "./words.ts";

/** How often the clock is updated. */
const LOOK_MS = 250;

export interface FoundOptions {
  readonly proposal: ProposalMessage;
  readonly left: AbortSignal;
  readonly accept: () => void;
  readonly decline: () => void;
}

export class FoundDialog {
  readonly #options: FoundOptions;
  readonly #dialog: HTMLDialogElement;
  readonly #untilMs: number;
  readonly #pageTitle = document.title;
  readonly #clock: ReturnType<typeof setInterval>;
  #hasAccepted = false;
  #accepted = 0;

  constructor(options: FoundOptions) {
    this.#options = options;
    const { proposal, left } = options;
    this.#untilMs = performance.now() + proposal.secondsLeft * 1000;
    this.#dialog = openDialog("found", left, () => {});
    this.#dialog.classList.add("found");
    // Escape must not decline by mistake: there is a button for that.
    this.#dialog.addEventListener("cancel", (event) => event.preventDefault());
    this.#clock = setInterval(() => this.#show(), LOOK_MS);
    left.addEventListener("abort", () => this.close());
    this.#show();
    this.#dialog.querySelector<HTMLButtonElement>(".btn-primary")?.focus();
  }

  /** How many of the two have accepted. */
  answered(count: number): void {
    this.#accepted = count;
    this.#show();
  }

  close(): void {
    clearInterval(this.#clock);
    if (!this.#dialog.open) return;
    document.title = this.#pageTitle;
    this.#dialog.close();
  }

  #show(): void {
    const seconds = Math.max(0, Math.ceil((this.#untilMs - performance.now()) / 1000));
    document.title = t("found.title", { seconds });
    render(this.#content(seconds), this.#dialog);
  }

  #content(seconds: number): TemplateResult {
    const { proposal, decline } = this.#options;
    return html`<h2 id="found">${t("found.heading")}</h2>
      ${opponentView(proposal)}
      <progress class="found-clock" max=${proposal.secondsLeft} .value=${seconds} aria-hidden="true"></progress>
      <p aria-live="polite">
        ${this.#hasAccepted ? t(this.#accepted > 1 ? "found.both" : "found.wait") : t("found.ask")}
      </p>
      <p class="quiet" aria-hidden="true">${t("found.seconds", { count: seconds })}</p>
      <div class="actions">
        <button
          class="btn btn-primary btn-lg"
          type="button"
          ?disabled=${this.#hasAccepted}
          @click=${() => this.#accept()}
        >
          ${t("found.accept")}
        </button>
        <button class="btn btn-secondary" type="button" ?disabled=${this.#hasAccepted} @click=${decline}>
          ${t("found.decline")}
        </button>
      </div>`;
  }

  #accept(): void {
    this.#hasAccepted = true;
    this.#options.accept();
    this.#show();
  }
}

function opponentView({ opponent }: ProposalMessage): TemplateResult {
  const { name, rating, provisional } = opponent;
  return html`<p class="found-who">
    <strong>${name}</strong>
    ${rating === null ? nothing : html`<span>${t(provisional ? "common:ranked.provisional" : "common:ranked.rating", { rating })}</span>`}
  </p>`;
}
