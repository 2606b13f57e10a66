// What a player has played, the latest first: each with its page, and the opponent with theirs.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { agoText } from "../account/ago.ts";
import type { PlayedMatch } from "../../schema/http/players.ts";
import type { Sitter, TableKind } from "../../schema/match-status.ts";
import { sitterName } from "../match/sitter-names.ts";
import { type PeopleText, say } from "./words.ts";

const KINDS: Readonly<Record<TableKind, PeopleText>> = {
  duel: "kind.duel",
  practice: "kind.practice",
  warmUp: "kind.warmUp",
  keyboard: "kind.keyboard",
};
const OUTCOMES = {
  won: "history.won",
  lost: "history.lost",
  nobody: "history.nobody",
} as const satisfies Record<string, PeopleText>;
const NOBODY_WON: ReadonlySet<string> = new Set(["abandoned", "stopped"]);

export interface History {
  readonly matches: readonly PlayedMatch[];
  /** Null: there are no more. */
  readonly next: string | null;
  /** In words; "" for nothing. */
  readonly trouble: string;
  readonly busy: boolean;
}

/** @param more asks for the next ones */
export function playedList(history: History, more: () => void): TemplateResult {
  const { matches, next, trouble, busy } = history;
  return html`<section class="panel person-history" aria-labelledby="history">
    <h2 id="history">${say("history.title")}</h2>
    ${trouble === "" && matches.length === 0 && !busy ? html`<p class="quiet">${say("history.empty")}</p>` : nothing}
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
              ${say("history.more")}
            </button>
          </div>`
    }
  </section>`;
}

function row(match: PlayedMatch): TemplateResult {
  const { id, kind, finishedAt, points, opponentPoints } = match;
  const outcome = outcomeOf(match);
  return html`<li class="played-row played-${outcome}">
    <span class="played-outcome">${say(OUTCOMES[outcome])}</span>
    <span class="played-who">${say("history.against")} ${opponent(match)}</span>
    <a class="played-score" href="/match/${encodeURIComponent(id)}"
      >${points} – ${opponentPoints}<span class="visually-hidden">, ${say("history.page")}</span></a
    >
    <span class="played-when">${say(KINDS[kind])} · <time datetime=${finishedAt}>${agoText(finishedAt)}</time></span>
  </li>`;
}

function outcomeOf({ won, endReason }: PlayedMatch): keyof typeof OUTCOMES {
  if (won) return "won";
  return NOBODY_WON.has(endReason) ? "nobody" : "lost";
}

function opponent({ opponent: { name, login, sitter } }: PlayedMatch): TemplateResult | string {
  const shown = sitterName({ name, sitter: sitter as Sitter }) || say("history.somebody");
  return login === null ? shown : html`<a href="/player/${encodeURIComponent(login)}">${shown}</a>`;
}
