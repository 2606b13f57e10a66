// What stands around every page but the match: the way home, the main part, a foot.

import { html, type TemplateResult } from "lit/html.js";
import { t } from "../i18n/translate.ts";
import { wordmark } from "./wordmark.ts";

/** An ordinary page around its content. */
export function frame(content: TemplateResult): TemplateResult {
  return html`<header class="top"><a class="brand" href="/" aria-label=${t("brand.home")}>${wordmark()}</a></header>
    <main class="middle">${content}</main>
    ${foot()}`;
}

/** A page that says one thing in a panel. */
export function panelPage(content: TemplateResult): TemplateResult {
  return frame(html`<section class="panel panel-single">${content}</section>`);
}

export function foot(): TemplateResult {
  return html`<footer class="foot">
    <p>${t("home.footer")} <a href="/settings">${t("settings.title")}</a></p>
  </footer>`;
}
