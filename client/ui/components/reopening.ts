// Shown in place of a page that has to be opened again: this browser was signed out while it was open, here or from another device;
// or the page is older than the server.

import { html, render } from "lit/html.js";
import { panelPage } from "./frame.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";

export function showStale(context: PageContext): void {
  render(
    panelPage(
      html`<h1>${t("stale.title")}</h1>
        <p>${t("stale.text")}</p>
        <div class="actions">
          <button class="btn btn-primary" type="button" @click=${() => location.reload()}>${t("broken.reload")}</button>
        </div>`,
    ),
    context.root,
  );
  context.announce(t("title.page", { page: t("stale.title") }));
}

export function showSignedOut(context: PageContext): void {
  context.visitor.forget();
  render(
    panelPage(
      html`<h1>${t("signedOut.title")}</h1>
        <p>${t("signedOut.text")}</p>
        <div class="actions">
          <button class="btn btn-primary" type="button" @click=${() => context.reopen()}>
            ${t("signedOut.again")}
          </button>
        </div>`,
    ),
    context.root,
  );
  context.announce(t("title.page", { page: t("signedOut.title") }));
}
