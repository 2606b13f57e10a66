// A forgotten password: mails a link for a new one. The page does not reveal whether there is such an account.

import { html } from "lit/html.js";
import { forgotPassword } from "../../../schema/http/sign-in.ts";
import { call } from "../../platform/api.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { createField } from "./field.ts";
import { emailKind } from "./field-kinds.ts";
import { arriveAt, createForm, formView, showPane } from "./form-page.ts";
import { t } from "./words.ts";

export function openForgotten(context: PageContext): void {
  const email = createField({ ...emailKind, hint: null });
  const act = async (): Promise<void> => {
    const address = email.kind.tidy(email.text);
    await call(forgotPassword, { body: { email: address } });
    sent(context, address);
  };
  let isSent = false;
  const sent = (where: PageContext, address: string): void => {
    isSent = true;
    showPane(
      where,
      html`<h1>${t("forgotten.sent")}</h1>
        <p role="status">${t("forgotten.sentText", { email: address })}</p>
        ${back()}`,
    );
    arriveAt(where, "forgotten.sent");
    where.root.querySelector<HTMLElement>("h1")?.focus();
  };
  const show = (): void => {
    if (isSent) return;
    showPane(
      context,
      html`<h1>${t("forgotten.title")}</h1>
        <p class="quiet">${t("forgotten.lead")}</p>
        ${formView(form, [email], show, { submit: "forgotten.submit", act })} ${back()}`,
    );
  };
  const form = createForm(context, show, () => [email]);
  show();
  arriveAt(context, "forgotten.title");
}

function back() {
  return html`<p class="form-links"><a href="/sign-in">${t("forgotten.back")}</a></p>`;
}
