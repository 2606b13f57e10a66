// How good a player's connection is: three bars and the round trip, and what the player's own bars mean, opened by pressing them:
// its stats, their effect on the match, what would help.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { LinkQuality } from "../../../schema/match-status.ts";
import { t, type TextKey } from "../../platform/i18n/translate.ts";

const QUALITY_WORDS: Readonly<Record<LinkQuality, TextKey>> = {
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

export const CONNECTION_PANEL = "line";

/** Whether it is open in this page. */
export function isConnectionPanelOpen(root: HTMLElement): boolean {
  // An older browser would not understand the question.
  return CSS.supports("selector(:popover-open)") && root.querySelector(`#${CONNECTION_PANEL}:popover-open`) !== null;
}

export interface ConnectionPanelView {
  readonly quality: LinkQuality;
  /** Own round trip in ms, 0 while unknown; and its jitter. */
  readonly roundTripMs: number;
  readonly swingMs: number;
  /** The opponent, and how late they are drawn, in ms; null where there is no other connection. */
  readonly other: { readonly name: string; readonly lateMs: number } | null;
}

const HELP: Readonly<Partial<Record<LinkQuality, TextKey>>> = {
  fair: "line.helpFair",
  poor: "line.helpPoor",
  silent: "line.helpSilent",
};

export function connectionPanel(view: ConnectionPanelView): TemplateResult {
  const { quality, roundTripMs, swingMs, other } = view;
  // Against the computer a slow connection changes nothing; a silent one does.
  const help = other === null && quality !== "silent" ? undefined : HELP[quality];
  return html`<section class="panel line-panel" id=${CONNECTION_PANEL} popover aria-label=${t("line.title")}>
    <h2>${t("line.title")}</h2>
    <p class="line-quality link-${quality}">${t(QUALITY_WORDS[quality])}</p>
    <dl class="facts">
      ${fact("line.roundTrip", roundTripMs)} ${fact("line.swing", swingMs)}
      ${other === null ? nothing : fact("line.late", other.lateMs)}
    </dl>
    <p class="quiet">${other === null ? t("line.explainAlone") : t("line.explain", { name: other.name })}</p>
    ${help === undefined ? nothing : html`<p>${t(help)}</p>`}
    <div class="actions">
      <button class="btn btn-secondary" type="button" popovertarget=${CONNECTION_PANEL} popovertargetaction="hide">
        ${t("line.close")}
      </button>
    </div>
  </section>`;
}

function fact(name: TextKey, ms: number): TemplateResult {
  return html`<div>
    <dt>${t(name)}</dt>
    <dd>${ms > 0 ? t("match.roundTrip", { ms: Math.round(ms) }) : t("line.none")}</dd>
  </div>`;
}
