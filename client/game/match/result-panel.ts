// How the match on the table ended, and what now.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { FinishedMatch } from "../../../schema/http/matches.ts";
import type { MatchStatus, SeatStatus } from "../../../schema/match-status.ts";
import { t } from "../../platform/i18n/translate.ts";
import { endingText, facts } from "./ending.ts";
import { otherSeat } from "./overlay.ts";
import { outcomeOf } from "./score.ts";

export interface ResultView {
  readonly status: MatchStatus;
  readonly seat: number;
  /** As the server has written it down; null while it has not. */
  readonly match: FinishedMatch | null;
  /** Whether the server can be asked for a rematch at this moment. */
  readonly live: boolean;
  readonly rematch: () => void;
}

export function resultPanel(view: ResultView): TemplateResult {
  const { status, seat } = view;
  const other = otherSeat(status, seat);
  const outcome = outcomeOf(status, seat);
  const loser = status.seats.find((_, at) => at !== status.winner)?.name ?? "";
  return html`<section class="panel overlay result result-${outcome}">
    <h2>${title(outcome, status.seats[status.winner]?.name ?? "")}</h2>
    <p class="result-score">
      <span class="visually-hidden">${t("result.score")}</span>
      <span class="own">${status.score[seat] ?? 0}</span>
      <span class="hud-colon" aria-hidden="true"></span>
      <span class="other">${status.score.find((_, at) => at !== seat) ?? 0}</span>
    </p>
    <p class="quiet">${endingText(status.endReason, loser)}</p>
    ${ratingWords(view)} ${facts(view.match?.summary ?? null)} ${rematchWords(status.seats[seat], other)}
    <div class="actions">
      ${rematchButton(view, other)}
      <a class="btn btn-secondary" href="/">${t("result.home")}</a>
    </div>
    <a class="quiet-link" href="/match/${status.matchId}">${t("result.link")}</a>
  </section>`;
}

function title(outcome: ReturnType<typeof outcomeOf>, winner: string): string {
  if (outcome === "won") return t("result.won");
  return outcome === "nobody" ? t("result.nobody") : t("result.winner", { name: winner });
}

/** How the rating has changed, or why it has not. */
function ratingWords({ status, seat, match }: ResultView): TemplateResult | typeof nothing {
  const own = match?.players[seat];
  if (!status.ranked || match === null || own === undefined) return nothing;
  const { ratingBefore, ratingAfter, provisional } = own;
  if (ratingBefore === null || ratingAfter === null)
    return html`<p class="result-rating">${t(match.verdict === "noResult" ? "result.notRated" : "result.unrated")}</p>`;
  const [before, after] = [Math.round(ratingBefore), Math.round(ratingAfter)];
  const change = `${after < before ? "−" : "+"}${Math.abs(after - before)}`;
  const words = t(provisional ? "result.ratingUncertain" : "result.rating", { before, after, change });
  return html`<p class="result-rating" role="status">${words}</p>`;
}

function rematchWords(own: SeatStatus | undefined, other: SeatStatus | null): TemplateResult {
  const name = other?.name ?? "";
  let words = "";
  if (other !== null && !other.connected) words = t("result.otherGone", { name });
  else if (own?.wantsRematch === true) words = t("result.rematchAsked", { name });
  else if (other?.wantsRematch === true) words = t("result.rematchWanted", { name });
  return html`<p class="result-words" role="status">${words}</p>`;
}

function rematchButton(view: ResultView, other: SeatStatus | null): TemplateResult {
  const asked = view.status.seats[view.seat]?.wantsRematch === true;
  const isPossible = view.live && other?.connected === true && !asked;
  const glows = isPossible && other.wantsRematch ? "btn-calling" : "";
  return html`<button class="btn btn-primary ${glows}" type="button" ?disabled=${!isPossible} @click=${view.rematch}>
    ${t("result.rematch")}
  </button>`;
}
