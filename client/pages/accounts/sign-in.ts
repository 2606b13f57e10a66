// The page to sign in with a password, or with 42 where the site has it. A second step: give-code.ts.

import { html, nothing } from "lit/html.js";
import { signIn } from "../../../schema/http/sign-in.ts";
import { hasFortyTwo } from "./forty-two.ts";
import { call } from "../../platform/api.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { createField } from "./field.ts";
import { loginOrEmailKind, passwordKind } from "./field-kinds.ts";
import { arriveAt, createForm, formView, showPane } from "./form-page.ts";
import { t } from "./words.ts";
import { keepReturn, returnPath, problemText } from "./addresses.ts";

export async function openSignIn(context: PageContext): Promise<void> {
  const { search, origin } = location;
  const player = await context.visitor.load();
  if (context.left.aborted) return;
  if (player?.kind === "account") return context.go(returnPath(search, origin), "replace");

  const login = createField(loginOrEmailKind);
  const password = createField(passwordKind);
  const fields = [login, password];
  let fortyTwo = false;

  const act = async (): Promise<void> => {
    const { next } = await call(signIn, { body: { login: login.kind.tidy(login.text), password: password.text } });
    if (next === "code") return context.go(keepReturn("/sign-in/code", search, origin));
    context.visitor.forget();
    await context.visitor.load();
    context.go(returnPath(search, origin), "replace");
  };
  const show = (): void =>
    showPane(
      context,
      html`<h1>${t("signIn.title")}</h1>
        ${formView(form, fields, show, { submit: "signIn.submit", act })}
        ${
          fortyTwo
            ? html`<p class="form-or">${t("signIn.or")}</p>
                <a class="btn btn-secondary btn-wide" href="/auth/42" target="_self">${t("signIn.fortyTwo")}</a>`
            : nothing
        }
        <p class="form-links">
          <a href="/password">${t("signIn.forgot")}</a>
          <a href=${keepReturn("/sign-up", search, origin)}>${t("signIn.new")}</a>
        </p>`,
    );
  const form = createForm(context, show, () => fields);
  form.complain(problemText(search));
  show();
  arriveAt(context, "signIn.title");
  fortyTwo = await hasFortyTwo();
  show();
}
