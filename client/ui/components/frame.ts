// What stands around every page but the match: its top (page-top.ts), the main part, a foot.

import { html, type TemplateResult } from "lit/html.js";
import { t } from "../../platform/i18n/translate.ts";

/** An ordinary page around its content. */
export function frame(content: TemplateResult): TemplateResult {
  return html`<page-top></page-top>
    <main class="middle">${content}</main>
    ${foot()}`;
}

/** A page that says one thing in a panel. */
export function panelPage(content: TemplateResult): TemplateResult {
  return frame(html`<section class="panel panel-single">${content}</section>`);
}

export function foot(): TemplateResult {
  return html`<footer class="foot">
    <p>
      <span>${t("home.footer")}</span> <a href="/settings">${t("settings.title")}</a>
      <a href="/privacy">${t("foot.privacy")}</a> <a href="/terms">${t("foot.terms")}</a>
      <a href="/api/docs" target="_self">${t("foot.api")}</a>
    </p>
  </footer>`;
}
