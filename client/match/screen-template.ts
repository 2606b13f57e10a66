// The match as it stands on the page: the canvas, and over it everything that is words.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { MatchStatus } from "../../schema/match-status.ts";
import { t } from "../i18n/translate.ts";
import { hud } from "./hud.ts";
import { type Notice, otherSeat } from "./notice.ts";
import { type NoticeActs, noticePanel } from "./notice-panel.ts";
import { noticeWords } from "./notice-words.ts";

export interface ScreenView {
  readonly status: MatchStatus | null;
  readonly seat: number | null;
  readonly roundTripMs: number;
  readonly notice: Notice;
  readonly acts: NoticeActs;
  readonly muted: boolean;
  /** Who has just scored, seen from here; "" for nobody. */
  readonly point: "own" | "other" | "";
  /** Whether the way to steer is still worth a line. */
  readonly hint: boolean;
  readonly toggleSound: () => void;
}

export function screenTemplate(view: ScreenView): TemplateResult {
  const { status, seat, notice } = view;
  const isPlayed = status !== null && seat !== null;
  return html`<main class="match ${notice.kind === "over" || notice.kind === "invite" ? "match-dimmed" : ""}">
    <div class="match-surface">
      <canvas class="match-table" role="img" aria-label=${t("match.canvas")}></canvas>
    </div>
    <div class="match-over">
      <div class="match-top">
        ${isPlayed ? hud({ status, seat, roundTripMs: view.roundTripMs }) : nothing} ${tools(view)}
      </div>
      <div class="match-middle">
        <h1 class="visually-hidden">${heading(view)}</h1>
        <p class="visually-hidden" role="status">${noticeWords(notice, status, seat)}</p>
        ${noticePanel(notice, view.acts)} ${pointFlash(view)}
      </div>
      <div class="match-bottom">
        ${
          isPlayed && status.seats[seat]?.idleWarning === true && status.phase !== "over"
            ? html`<p class="warning" role="alert">${t("notice.idle")}</p>`
            : nothing
        }
        ${view.hint ? hint() : nothing}
      </div>
    </div>
  </main>`;
}

/** What the page is called. */
export function heading({ status, seat }: Pick<ScreenView, "status" | "seat">): string {
  if (status === null || seat === null) return t("match.title");
  const other = otherSeat(status, seat);
  if (other === null || other.sitter === "nobody") return t("match.title");
  return t("match.heading", { own: status.seats[seat]?.name ?? "", other: other.name });
}

function tools(view: ScreenView): TemplateResult {
  const label = t(view.muted ? "match.unmute" : "match.mute");
  return html`<div class="tools">
    <button class="tool" type="button" aria-label=${label} title=${label} @click=${view.toggleSound}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5Z" />
        <path d=${view.muted ? "M16 9.5 21 14.5M21 9.5 16 14.5" : "M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"} />
      </svg>
    </button>
    <a class="tool" href="/" aria-label=${t("match.leave")} title=${t("match.leave")}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10 5H5v14h5M10 12h10M16 8l4 4-4 4" /></svg>
    </a>
  </div>`;
}

function pointFlash({ point, status, seat }: ScreenView): TemplateResult | typeof nothing {
  if (point === "" || status === null || seat === null) return nothing;
  const name = otherSeat(status, seat)?.name ?? "";
  return html`<p class="point point-${point}" aria-hidden="true">
    ${point === "own" ? t("match.pointYours") : t("match.pointTheirs", { name })}
  </p>`;
}

function hint(): TemplateResult {
  return html`<p class="hint">
    <span class="hint-keys">${t("match.hintKeys")}</span><span class="hint-touch">${t("match.hintTouch")}</span>
  </p>`;
}
