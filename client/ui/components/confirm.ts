// Asks yes or no in a dialog of the page. Escape means no.

import { html, render } from "lit/html.js";
import { openDialog } from "./dialog.ts";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** The answer; no as well when `signal` aborts, because the question is then moot. */
export function confirm(question: Question, signal: AbortSignal): Promise<boolean> {
  const form = html`<form method="dialog">
    <h2 id="question">${question.title}</h2>
    <p>${question.text}</p>
    <div class="actions">
      <button class="btn btn-primary" value="no" autofocus>${question.no}</button>
      <button class="btn btn-danger" value="yes">${question.yes}</button>
    </div>
  </form>`;
  const dialog = openDialog("question", signal, (empty) => render(form, empty));
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"));
  });
}
