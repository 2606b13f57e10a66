// This page is older than the server.

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
