// The statistics of a finished match.

import { html, type TemplateResult } from "lit/html.js";
import type { MatchSummary } from "../../../schema/http/matches.ts";
import { clockText, kmPerHour } from "../../platform/i18n/formats.ts";
import { t } from "../../platform/i18n/translate.ts";

/** @param summary null while the server is still writing it down */
export function facts(summary: MatchSummary | null): TemplateResult {
  if (summary === null) return html`<p class="quiet facts-missing">${t("result.counting")}</p>`;
  return html`<dl class="facts">
    ${fact(t("result.rallies"), String(summary.rallies))}
    ${fact(t("result.longestRally"), t("result.hits", { count: summary.longestRally }))}
    ${fact(t("result.topSpeed"), t("result.speed", { speed: kmPerHour(summary.topSpeed) }))}
    ${fact(t("result.time"), clockText(summary.seconds))}
  </dl>`;
}

function fact(name: string, value: string): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
