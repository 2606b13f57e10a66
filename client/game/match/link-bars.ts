// How good a player's connection is: three bars and the round trip.

import { html, type TemplateResult } from "lit/html.js";
import type { LinkQuality } from "../../../schema/match-status.ts";
import { t, type TextKey } from "../../platform/i18n/translate.ts";

export const QUALITY_WORDS: Readonly<Record<LinkQuality, TextKey>> = {
  unknown: "quality.unknown",
  good: "quality.good",
  fair: "quality.fair",
  poor: "quality.poor",
  silent: "quality.silent",
};

/** @param roundTripMs 0 while unknown */
export function linkBars(quality: LinkQuality, roundTripMs: number): TemplateResult {
  const words = t(QUALITY_WORDS[quality]);
  return html`<span class="link link-${quality}" title=${words}>
    <span class="link-bars" aria-hidden="true"><i></i><i></i><i></i></span>
    <span class="visually-hidden">${words}</span>
    ${roundTripMs > 0 ? html`<span class="link-ms">${t("match.roundTrip", { ms: roundTripMs })}</span>` : ""}
  </span>`;
}
