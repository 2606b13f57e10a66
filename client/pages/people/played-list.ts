// What a player has played, the latest first: each with its page, and the opponent with theirs.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { agoText } from "../../platform/i18n/formats.ts";
import type { PlayedMatch, PlayedReply } from "../../../schema/http/players.ts";
import type { Sitter } from "../../../contract/matches.ts";
import { sitterName } from "../../game/match/sitter-names.ts";
import { KIND_WORDS, OUTCOME_WORDS } from "./match-words.ts";
import { isAnything, type PlayedFilter } from "./played-filter.ts";
import { playedFilterForm } from "./played-filter-form.ts";
import { t } from "./words.ts";
import { modeName } from "../../ui/components/modes.ts";

export interface History {
  readonly matches: readonly PlayedMatch[];
  /** Null: there are no more. */
  readonly next: PlayedReply["next"];
  /** In words; "" for nothing. */
  readonly trouble: string;
  readonly busy: boolean;
  readonly filter: PlayedFilter;
}

export interface HistoryActions {
  /** Asks for the next ones. */
  readonly more: () => void;
  /** Asks for others. */
  readonly narrow: (filter: PlayedFilter) => void;
}

export function playedList(history: History, { more, narrow }: HistoryActions): TemplateResult {
  const { matches, next, trouble, busy, filter } = history;
  const isPlain = isAnything(filter);
  const isEmpty = matches.length === 0 && !busy;
  return html`<section class="panel person-history" aria-labelledby="history">
    <h2 id="history">${t("history.title")}</h2>
    ${isEmpty && isPlain ? nothing : playedFilterForm(filter, narrow)}
    <p class="quiet" role="status">
      ${isEmpty && trouble === "" ? t(isPlain ? "history.empty" : "history.noneFits") : nothing}
    </p>
    ${
      matches.length === 0
        ? nothing
        : html`<ol class="played">
            ${matches.map(row)}
          </ol>`
    }
    ${trouble === "" ? nothing : html`<p class="quiet">${trouble}</p>`}
    ${
      next === null
        ? nothing
        : html`<div class="actions">
            <button class="btn btn-secondary" type="button" ?disabled=${busy} @click=${more}>
              ${t("history.more")}
            </button>
          </div>`
    }
  </section>`;
}

function row(match: PlayedMatch): TemplateResult {
  const { id, finishedAt, points, opponentPoints, outcome } = match;
  return html`<li class="played-row played-${outcome}">
    <span class="played-outcome">${t(OUTCOME_WORDS[outcome])}</span>
    <span class="played-who">${t("history.against")} ${opponent(match)}</span>
    <a class="played-score" href="/match/${encodeURIComponent(id)}"
      >${points} – ${opponentPoints}<span class="visually-hidden">, ${t("history.page")}</span></a
    >
    <span class="played-when">${about(match)} · <time datetime=${finishedAt}>${agoText(finishedAt)}</time></span>
  </li>`;
}

/** What it was; of a rated one, what came of it. */
function about({ kind, mode, ranked, ratingBefore, ratingAfter }: PlayedMatch): TemplateResult {
  const what = kind === "duel" && mode !== null ? modeName(mode) : t(KIND_WORDS[kind]);
  if (!ranked) return html`${what}`;
  if (ratingBefore === null || ratingAfter === null) return html`${what}, ${t("history.ranked")}`;
  const change = Math.round(ratingAfter) - Math.round(ratingBefore);
  return html`${what}<span class="visually-hidden">, ${t("history.rating")}</span>
    ${change < 0 ? "−" : "+"}${Math.abs(change)}`;
}

function opponent({ opponent: { name, login, sitter } }: PlayedMatch): TemplateResult | string {
  const shown = sitterName({ name, sitter: sitter as Sitter }) || t("history.somebody");
  return login === null ? shown : html`<a href="/player/${encodeURIComponent(login)}">${shown}</a>`;
}
