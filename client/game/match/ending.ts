// How a match ended, in words and in numbers: the same for the panel over the table and for the match's own page.

import { html, type TemplateResult } from "lit/html.js";
import type { EndReason } from "../../../contract/matches.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { MatchSummary } from "../../../schema/http/matches.ts";
import { clockText, kmPerHour } from "../../platform/i18n/formats.ts";

/** @param loser their name; "" when nobody won */
export function endingText(reason: EndReason | "", loser: string): string {
  switch (reason) {
    case "forfeit":
      return t("result.byForfeit", { loser });
    case "claim":
      return t("result.byClaim", { loser });
    case "idle":
      return t("result.byIdle", { loser });
    case "abandoned":
      return t("result.abandoned");
    case "inactive":
      return t("result.inactive");
    case "stopped":
      return t("result.stopped");
    case "score":
    case "":
      return t("result.byScore");
  }
}

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
