// Asks yes or no in a dialog of the page. Escape means no.

import { html, render } from "lit/html.js";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** The answer; no as well when `signal` aborts, because the question is then moot. */
export function confirm(question: Question, signal: AbortSignal): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "panel dialog";
  dialog.setAttribute("aria-labelledby", "question");
  render(
    html`<form method="dialog">
      <h2 id="question">${question.title}</h2>
      <p>${question.text}</p>
      <div class="actions">
        <button class="btn btn-primary" value="no" autofocus>${question.no}</button>
        <button class="btn btn-danger" value="yes">${question.yes}</button>
      </div>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => dialog.close("no"), { once: true });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
