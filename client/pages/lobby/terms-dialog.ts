// Asks by which rules: to challenge somebody, or to counter their challenge. What goes wrong is said in it, and it stays.

import { html, render } from "lit/html.js";
import type { Terms } from "../../../schema/challenges.ts";
import { Refused } from "../../platform/api.ts";
import { openDialog } from "../../ui/components/dialog.ts";
import { codeText } from "../../platform/i18n/translate.ts";
import { draftOf, termsForm, termsOf } from "./terms-form.ts";
import { t } from "./words.ts";

export interface TermsQuestion {
  readonly title: string;
  /** What sends it. */
  readonly go: string;
  readonly terms: Terms;
  /** Both have accounts. */
  readonly mayRank: boolean;
  readonly send: (terms: Terms) => Promise<void>;
  /** Neither sent nor refused. */
  readonly failed: (error: unknown) => void;
}

export function askTerms(question: TermsQuestion, left: AbortSignal): HTMLDialogElement {
  const { title, go, mayRank } = question;
  let draft = draftOf(question.terms);
  let busy = false;
  let trouble = "";
  const dialog = openDialog("terms", left, () => {});
  dialog.classList.add("terms");

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    [busy, trouble] = [true, ""];
    show();
    try {
      await question.send(termsOf(draft, mayRank));
      dialog.close();
    } catch (error) {
      if (!(error instanceof Refused)) {
        dialog.close();
        question.failed(error);
        return;
      }
      trouble = codeText(error.code, error.values);
    }
    busy = false;
    show();
  }

  function show(): void {
    const form = termsForm(draft, mayRank, (now) => {
      draft = now;
      show();
    });
    render(
      html`<form @submit=${submit}>
        <h2 id="terms">${title}</h2>
        <p class="quiet">${t("dialog.text")}</p>
        <div class="terms-fields">${form}</div>
        <p class="trouble" role="alert">${trouble}</p>
        <div class="actions">
          <button class="btn btn-primary" type="submit" ?disabled=${busy}>${go}</button>
          <button class="btn btn-secondary" type="button" @click=${() => dialog.close()}>${t("dialog.cancel")}</button>
        </div>
      </form>`,
      dialog,
    );
  }
  show();
  return dialog;
}
