// A new password, by the link of a mail. It signs nobody in: the next page asks for it, and for the second step if there is one.

import { html } from "lit/html.js";
import { resetPassword } from "../../../schema/http/sign-in.ts";
import { call, Refused } from "../../platform/api.ts";
import { type PageContext, sayNext } from "../../platform/page-context.ts";
import { createField } from "./field.ts";
import { newPasswordKind } from "./field-kinds.ts";
import { arriveAt, createForm, formView, showPane } from "./form-page.ts";
import { t } from "./words.ts";
import { takeLinkToken } from "./addresses.ts";

export function openReset(context: PageContext): void {
  const token = takeLinkToken();
  if (token === "") return explain(context, t("link.missing"));
  const password = createField(newPasswordKind);
  const act = async (): Promise<void> => {
    try {
      await call(resetPassword, { body: { token, password: password.text } });
    } catch (error) {
      if (!isStaleLink(error)) throw error;
      isOver = true;
      return explain(context, t("common:reset.stale"));
    }
    isOver = true;
    context.visitor.become(null);
    sayNext(t("reset.done"));
    context.go("/sign-in", "replace");
  };
  let isOver = false;
  const show = (): void => {
    if (isOver) return;
    showPane(
      context,
      html`<h1>${t("reset.title")}</h1>
        <p class="quiet">${t("reset.lead")}</p>
        ${formView(form, [password], show, { submit: "reset.submit", act })}`,
    );
  };
  const form = createForm(context, show, () => [password]);
  show();
  arriveAt(context, "reset.title");
}

/** A link that was cut on its way is no token at all. */
function isStaleLink(error: unknown): boolean {
  return error instanceof Refused && (error.code === "reset.stale" || error.code === "badRequest");
}

function explain(context: PageContext, words: string): void {
  showPane(
    context,
    html`<h1>${t("reset.title")}</h1>
      <p role="alert">${words}</p>
      <div class="actions"><a class="btn btn-primary" href="/password">${t("reset.again")}</a></div>`,
  );
  arriveAt(context, "reset.title");
}
