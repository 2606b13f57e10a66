// Shows an overlay (overlay.ts) over the table.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../../platform/i18n/translate.ts";
import type { Overlay } from "./overlay.ts";

export interface OverlayActions {
  readonly claim: () => void;
  readonly ready: () => void;
  readonly invitation: () => TemplateResult;
  readonly result: () => TemplateResult;
}

export function overlayPanel(overlay: Overlay, acts: OverlayActions): TemplateResult | typeof nothing {
  switch (overlay.kind) {
    case "none":
      return nothing;
    case "loading":
      return small(html`<span class="spinner" aria-hidden="true"></span>${t("match.loading")}`);
    case "expecting":
      return small(html`<span class="spinner" aria-hidden="true"></span>${t("overlay.expecting")}`);
    case "settling":
      return small(
        html`<span class="spinner" aria-hidden="true"></span>${t("overlay.settling", { name: overlay.name })}`,
      );
    case "countdown":
      return html`<p class="countdown countdown-${overlay.seconds % 2 === 0 ? "even" : "odd"}">
        <span class="visually-hidden">${t("overlay.countdown", { seconds: overlay.seconds })}</span>
        <span aria-hidden="true">${overlay.seconds}</span>
      </p>`;
    case "invite":
      return acts.invitation();
    case "over":
      return acts.result();
    case "offline":
      return panel(
        t("overlay.offline"),
        html`<p>${t("overlay.offlineText")}</p>
          <p class="overlay-trying" aria-hidden="true"><span class="spinner"></span></p>`,
      );
    case "resuming":
      return panel(t("overlay.resuming"), html`<p>${t("overlay.resumingText")}</p>`);
    case "away":
      return panel(
        t("overlay.away", { name: overlay.name }),
        html`<p class="overlay-seconds" aria-live="off">${t("overlay.awaySeconds", { seconds: overlay.seconds })}</p>
          <p>${t("overlay.awayText")}</p>`,
      );
    case "ready":
      return panel(
        t("overlay.ready"),
        html`<p>${t("overlay.readyText")}</p>
          <div class="actions">
            <button class="btn btn-primary" type="button" @click=${acts.ready}>${t("overlay.readyButton")}</button>
          </div>`,
      );
    case "asked":
      return panel(t("overlay.asked", { name: overlay.name }), html`<p>${t("overlay.awayText")}</p>`);
    case "claim":
      return panel(
        t("overlay.claim", { name: overlay.name }),
        html`<p>${t("overlay.claimText")}</p>
          <div class="actions">
            <button class="btn btn-primary" type="button" @click=${acts.claim}>${t("overlay.claimButton")}</button>
          </div>`,
      );
  }
}

function small(content: TemplateResult): TemplateResult {
  return html`<p class="overlay-small">${content}</p>`;
}

function panel(title: string, content: TemplateResult): TemplateResult {
  return html`<section class="panel overlay">
    <h2>${title}</h2>
    ${content}
  </section>`;
}
