// Shows an overlay (overlay.ts) over the table.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../../platform/i18n/translate.ts";
import type { Overlay } from "./overlay.ts";

export interface OverlayActions {
  readonly claim: () => void;
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
      return small(html`<span class="spinner" aria-hidden="true"></span>${t("notice.expecting")}`);
    case "settling":
      return small(
        html`<span class="spinner" aria-hidden="true"></span>${t("notice.settling", { name: overlay.name })}`,
      );
    case "countdown":
      return html`<p class="countdown countdown-${overlay.seconds % 2 === 0 ? "even" : "odd"}">
        <span class="visually-hidden">${t("notice.countdown", { seconds: overlay.seconds })}</span>
        <span aria-hidden="true">${overlay.seconds}</span>
      </p>`;
    case "invite":
      return acts.invitation();
    case "over":
      return acts.result();
    case "offline":
      return panel(
        t("notice.offline"),
        html`<p>${t("notice.offlineText")}</p>
          <p class="notice-trying" aria-hidden="true"><span class="spinner"></span></p>`,
      );
    case "resuming":
      return panel(t("notice.resuming"), html`<p>${t("notice.resumingText")}</p>`);
    case "away":
      return panel(
        t("notice.away", { name: overlay.name }),
        html`<p class="notice-seconds" aria-live="off">${t("notice.awaySeconds", { seconds: overlay.seconds })}</p>
          <p>${t("notice.awayText")}</p>`,
      );
    case "claim":
      return panel(
        t("notice.claim", { name: overlay.name }),
        html`<p>${t("notice.claimText")}</p>
          <div class="actions">
            <button class="btn btn-primary" type="button" @click=${acts.claim}>${t("notice.claimButton")}</button>
          </div>`,
      );
  }
}

function small(content: TemplateResult): TemplateResult {
  return html`<p class="notice-small">${content}</p>`;
}

function panel(title: string, content: TemplateResult): TemplateResult {
  return html`<section class="panel notice">
    <h2>${title}</h2>
    ${content}
  </section>`;
}
