// The match as it stands on the page: the canvas, and over it everything that is words.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { MatchStatus } from "../../../schema/match-status.ts";
import { t } from "../../platform/i18n/translate.ts";
import { hud } from "./hud.ts";
import { connectionPanel, type ConnectionPanelView } from "./connection-panel.ts";
import { type Overlay, otherSeat } from "./overlay.ts";
import { type OverlayActions, overlayPanel } from "./overlay-panel.ts";
import { overlayWords } from "./overlay-words.ts";
import { tools, type ToolsView } from "./tools.ts";
import type { ThemeName } from "../../platform/settings.ts";

export interface ScreenView {
  readonly status: MatchStatus | null;
  readonly seat: number | null;
  readonly roundTripMs: number;
  readonly overlay: Overlay;
  readonly acts: OverlayActions;
  readonly tools: ToolsView;
  /** How good the player's own connection is; null before it is known. */
  readonly connection: ConnectionPanelView | null;
  /** Who has just scored, seen from here; "" for nobody. */
  readonly point: "own" | "other" | "";
  /** Whether the steering hint is still worth showing. */
  readonly hint: boolean;
  readonly theme: ThemeName;
}

export function screenTemplate(view: ScreenView): TemplateResult {
  const { status, seat, overlay } = view;
  const isPlayed = status !== null && seat !== null;
  const dimmed = overlay.kind === "over" || overlay.kind === "invite" ? "match-dimmed" : "";
  return html`<main class="match match-${view.theme} ${dimmed}">
    <div class="match-surface">
      <canvas class="match-table" role="img" aria-label=${t("match.canvas")}></canvas>
    </div>
    <div class="match-over">
      <div class="match-top">
        ${isPlayed ? hud({ status, seat, roundTripMs: view.roundTripMs }) : nothing} ${tools(view.tools)}
      </div>
      <div class="match-middle">
        <h1 class="visually-hidden">${heading(view)}</h1>
        <p class="visually-hidden" role="status">${overlayWords(overlay, status, seat)}</p>
        ${overlayPanel(overlay, view.acts)} ${pointFlash(view)}
      </div>
      <div class="match-bottom">
        ${isPlayed ? inactivityWarning(status, seat) : nothing} ${view.hint && status !== null ? hint(status) : nothing}
      </div>
    </div>
    ${view.connection === null ? nothing : connectionPanel(view.connection)}
  </main>`;
}

function inactivityWarning({ phase, seats }: MatchStatus, seat: number): TemplateResult | typeof nothing {
  const inactivity = phase === "over" ? "none" : seats[seat]?.inactivity;
  if (inactivity !== "warned" && inactivity !== "lastWarning") return nothing;
  return html`<p class="warning" role="alert">${t(inactivity === "warned" ? "overlay.idle" : "overlay.idleLast")}</p>`;
}

/** What the page is called. */
export function heading({ status, seat }: Pick<ScreenView, "status" | "seat">): string {
  if (status === null || seat === null) return t("match.title");
  const other = otherSeat(status, seat);
  if (other === null || other.sitter === "nobody") return t("match.title");
  return t("match.heading", { own: status.seats[seat]?.name ?? "", other: other.name });
}

function pointFlash({ point, status, seat }: ScreenView): TemplateResult | typeof nothing {
  if (point === "" || status === null || seat === null) return nothing;
  const name = (point === "own" ? status.seats[seat] : otherSeat(status, seat))?.name ?? "";
  return html`<p class="point point-${point}" aria-hidden="true">
    ${point === "own" && status.kind !== "keyboard" ? t("match.pointYours") : t("match.pointTheirs", { name })}
  </p>`;
}

function hint({ kind, seats }: MatchStatus): TemplateResult {
  const names = { left: seats[0]?.name ?? "", right: seats[1]?.name ?? "" };
  const isShared = kind === "keyboard";
  return html`<p class="hint">
    <span class="hint-keys">${isShared ? t("match.hintShared", names) : t("match.hintKeys")}</span
    ><span class="hint-touch">${isShared ? t("match.hintSharedTouch", names) : t("match.hintTouch")}</span>
  </p>`;
}
