// Asks by which rules: to challenge somebody, or to counter their challenge. What goes wrong is said in it, and it stays.

import { html, render } from "lit/html.js";
import type { Terms } from "../../../schema/challenges.ts";
import { Action } from "../../platform/action.ts";
import { openDialog } from "../../ui/components/dialog.ts";
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
  const dialog = openDialog("terms", left, () => {});
  const action = new Action(show, {
    fail(error) {
      dialog.close();
      question.failed(error);
    },
  });
  dialog.classList.add("terms");

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    await action.run(async () => {
      await question.send(termsOf(draft, mayRank));
      dialog.close();
    });
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
        <p class="trouble" role="alert">${action.trouble}</p>
        <div class="actions">
          <button class="btn btn-primary" type="submit" ?disabled=${action.isBusy}>${go}</button>
          <button class="btn btn-secondary" type="button" @click=${() => dialog.close()}>${t("dialog.cancel")}</button>
        </div>
      </form>`,
      dialog,
    );
  }
  show();
  return dialog;
}
