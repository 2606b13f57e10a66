// What is shown over the table while it is played: names, connections, score.

import { html, type TemplateResult } from "lit/html.js";
import type { MatchStatus, SeatStatus } from "../../../schema/match-status.ts";
import { isBotName } from "../../../schema/player-name.ts";
import { t } from "../../platform/i18n/translate.ts";
import { CONNECTION_PANEL, linkBars } from "./connection-panel.ts";
import { otherSeat } from "./overlay.ts";
import { isMatchPoint, rulesText } from "./score.ts";

export interface HudView {
  readonly status: MatchStatus;
  readonly seat: number;
  /** Own round trip as measured here, fresher than what the server says. */
  readonly roundTripMs: number;
}

export function hud({ status, seat, roundTripMs }: HudView): TemplateResult {
  const isShared = status.kind === "keyboard";
  const own = status.seats[seat] ?? null;
  const other = otherSeat(status, seat);
  const ownPoints = status.score[seat] ?? 0;
  const otherPoints = status.score.find((_, at) => at !== seat) ?? 0;
  return html`<div class="hud">
    ${plate("own", own, own?.roundTripMs || Math.round(roundTripMs), isShared)}
    <div class="hud-middle">
      <p class="hud-score" aria-hidden="true">
        <span class="hud-points own">${ownPoints}</span>
        <span class="hud-colon"></span>
        <span class="hud-points other">${otherPoints}</span>
      </p>
      <p class="visually-hidden" role="status">${t("match.score", { own: ownPoints, other: otherPoints })}</p>
      <p class="hud-rules ${isMatchPoint(status) ? "hud-match-point" : ""}">
        ${isMatchPoint(status) ? t("match.matchPoint") : rulesText(status)}
      </p>
      ${status.watchers === 0 ? "" : html`<p class="hud-rules">${t("match.watchers", { count: status.watchers })}</p>`}
    </div>
    ${plate("other", other, other?.roundTripMs ?? 0, isShared)}
  </div>`;
}

function plate(side: "own" | "other", seat: SeatStatus | null, roundTripMs: number, isShared: boolean): TemplateResult {
  const isTaken = seat !== null && seat.sitter !== "nobody";
  // The computer and a companion have no connection of their own.
  const hasLine = seat?.sitter === "person";
  return html`<div class="plate plate-${side}">
    <p class="plate-name">
      <span class="plate-text">${isTaken ? seat.name : t("match.nobody")}</span>
      ${isTaken && seat.rating > 0 ? html`<span class="plate-rating">${seat.rating}</span>` : ""}
      ${isTaken && isMachine(seat) ? html`<span class="plate-you">${t("ai.mark")}</span>` : ""}
      ${side === "own" && !isShared ? html`<span class="plate-you">${t("match.you")}</span>` : ""}
    </p>
    ${hasLine ? line(side, seat, roundTripMs) : ""}
  </div>`;
}

/** The computer, or a bot that plays from outside. */
function isMachine({ sitter, name }: SeatStatus): boolean {
  return sitter === "computer" || isBotName(name);
}

/** One's own bars explain themselves when they are pressed (connection-panel.ts). */
function line(side: "own" | "other", seat: SeatStatus, roundTripMs: number): TemplateResult {
  const bars = linkBars(seat.connected ? seat.quality : "silent", seat.connected ? roundTripMs : 0);
  if (side === "other") return bars;
  return html`<button class="plate-line" type="button" popovertarget=${CONNECTION_PANEL}>${bars}</button>`;
}
