// The page that makes an account, of this browser's guest where there is one.

import { html } from "lit/html.js";
import type { Player } from "../../../schema/http/guests.ts";
import { signUp } from "../../../schema/http/sign-in.ts";
import { call } from "../../platform/api.ts";
import { type PageContext, sayNext } from "../../platform/page-context.ts";
import { createField, type FieldKind } from "./field.ts";
import { displayNameKind, emailKind, loginKind, newPasswordKind } from "./field-kinds.ts";
import { arriveAt, createForm, formView, showPane } from "./form-page.ts";
import { t } from "./words.ts";
import { keepReturn, returnPath } from "./addresses.ts";

const passwordKind: FieldKind = { ...newPasswordKind, label: "field.password" };

export async function openSignUp(context: PageContext): Promise<void> {
  const { search, origin } = location;
  const guest = await context.visitor.load();
  if (context.left.aborted) return;
  if (guest?.kind === "account") return context.go(returnPath(search, origin), "replace");

  const login = createField(loginKind);
  const name = createField(displayNameKind, guest?.name ?? "");
  const email = createField(emailKind);
  const password = createField(passwordKind);
  const fields = [login, name, email, password];

  const act = async (): Promise<void> => {
    const address = email.kind.tidy(email.text);
    const { player } = await call(signUp, {
      body: {
        login: login.kind.tidy(login.text),
        name: name.kind.tidy(name.text),
        email: address,
        password: password.text,
      },
    });
    context.visitor.become(player);
    sayNext(t("signUp.mailed", { name: player?.name ?? "", email: address }));
    context.go(returnPath(search, origin), "replace");
  };
  const show = (): void =>
    showPane(
      context,
      html`<h1>${t("signUp.title")}</h1>
        <p class="quiet">${lead(guest)}</p>
        ${formView(form, fields, show, { submit: "signUp.submit", act, before: agreement() })}
        <p class="form-links"><a href=${keepReturn("/sign-in", search, origin)}>${t("signUp.have")}</a></p>`,
    );
  const form = createForm(context, show, () => fields);
  show();
  arriveAt(context, "signUp.title");
}

function lead(guest: Player | null): string {
  return guest === null ? t("signUp.lead") : t("signUp.leadGuest", { name: guest.name });
}

function agreement() {
  return html`<p class="form-small">
    ${t("signUp.accept")} <a href="/terms">${t("signUp.terms")}</a> ${t("signUp.and")}
    <a href="/privacy">${t("signUp.privacy")}</a>.
  </p>`;
}
