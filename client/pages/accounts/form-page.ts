// What the pages with one form have in common.

import { html, render, type TemplateResult } from "lit/html.js";
import { frame } from "../../ui/components/frame.ts";
import type { PageContext } from "../../platform/page-context.ts";
import type { Field } from "./field.ts";
import { fieldView } from "./field-view.ts";
import { Form } from "./form.ts";
import { type AccountText, t } from "./words.ts";

/** Shows it in a pane, as long as the page is open. */
export function showPane(context: PageContext, content: TemplateResult): void {
  if (context.left.aborted) return;
  render(frame(html`<section class="panel form-panel">${content}</section>`), context.root);
}

export function arriveAt(context: PageContext, title: AccountText): void {
  context.announce(t("common:title.page", { page: t(title) }));
}

/** A form of a page of its own. */
export function createForm(context: PageContext, show: () => void, fields: () => readonly Field[]): Form {
  return new Form({ fields, show, root: context.root, fail: (error) => context.fail(error) });
}

/** Its fields, what is between them and the button, the button, and what is wrong. Enter sends it. */
export function formView(
  form: Form,
  fields: readonly Field[],
  show: () => void,
  parts: { readonly submit: AccountText; readonly act: () => Promise<void>; readonly before?: TemplateResult },
): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    void form.send(parts.act);
  };
  return html`<form novalidate method="post" @submit=${send}>
    ${fields.map((field) => fieldView(field, show))} ${parts.before}
    <button class="btn btn-primary btn-lg btn-wide" type="submit" ?disabled=${form.isBusy}>${t(parts.submit)}</button>
    ${form.trouble()}
  </form>`;
}
