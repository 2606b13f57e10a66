// There is no page at this address.

import { html, render } from "lit/html.js";
import { panelPage } from "../../ui/components/frame.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";

export function openLost(context: PageContext): void {
  render(
    panelPage(
      html`<p class="big-number" aria-hidden="true">404</p>
        <h1>${t("lost.title")}</h1>
        <p>${t("lost.text")}</p>
        <div class="actions"><a class="btn btn-primary" href="/">${t("lost.home")}</a></div>`,
    ),
    context.root,
  );
  context.announce(t("title.page", { page: t("lost.title") }));
}
