// How the leaderboard looks. What happens on it: leaderboard-page.ts.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { BoardRow, LeaderboardReply } from "../../../schema/http/leaderboards.ts";
import { ALL_TIME } from "../../../schema/list-names.ts";
import { MODES } from "../../../schema/modes.ts";
import { countries } from "../../platform/i18n/countries.ts";
import { avatar } from "../../ui/pictures/avatar.ts";
import { MODE_WORDS } from "../../ui/components/ranked-choice.ts";
import { t } from "../../platform/i18n/translate.ts";
import { countryName, percentText } from "../people/words.ts";
import { type BoardChoice, type BoardPart, searchOf } from "./address.ts";
import { say, seasonText } from "./words.ts";

const PICTURE_SIZE = 40;

export interface BoardView {
  readonly board: LeaderboardReply;
  /** Of the visitor's account; null: they have none. */
  readonly playerId: string | null;
  readonly busy: boolean;
  readonly choose: (change: Partial<Omit<BoardChoice, "part">>) => void;
}

export function boardView(view: BoardView): TemplateResult {
  const { board, busy } = view;
  return html`<div class="board-page">
    <h1>${say("title")}</h1>
    ${choices(view)}
    <section class="panel board" aria-busy=${busy ? "true" : "false"}>
      ${board.rows.length === 0 ? empty() : html`${head(view)} ${table(view)} ${pages(board)}`}
      <p class="quiet board-rule">${say(board.season === ALL_TIME ? "ruleAllTime" : "ruleSeason")}</p>
    </section>
  </div>`;
}

function choices({ board, choose }: BoardView): TemplateResult {
  const value = (event: Event): string => (event.target as HTMLSelectElement).value;
  return html`<div class="board-choices">
    <fieldset class="board-modes">
      <legend class="visually-hidden">${say("mode")}</legend>
      ${MODES.map(
        (mode) =>
          html`<label
            ><input
              type="radio"
              name="mode"
              value=${mode}
              .checked=${mode === board.mode}
              @change=${() => choose({ mode })}
            /><span>${t(MODE_WORDS[mode])}</span></label
          >`,
      )}
    </fieldset>
    <label class="board-choice">
      <span class="visually-hidden">${say("season")}</span>
      <select class="form-select" @change=${(event: Event) => choose({ season: value(event) })}>
        <option value=${ALL_TIME} ?selected=${board.season === ALL_TIME}>${say("allTime")}</option>
        ${board.seasons.map(
          (one, at) =>
            html`<option value=${one.season} ?selected=${one.season === board.season}>
              ${seasonText(one, at === 0)}
            </option>`,
        )}
      </select>
    </label>
    <label class="board-choice">
      <span class="visually-hidden">${say("country")}</span>
      <select class="form-select" @change=${(event: Event) => choose({ country: value(event) || null })}>
        <option value="" ?selected=${board.country === null}>${say("world")}</option>
        ${countries().map(
          ({ code, name }) => html`<option value=${code} ?selected=${code === board.country}>${name}</option>`,
        )}
      </select>
    </label>
  </div>`;
}

function head({ board, playerId }: BoardView): TemplateResult {
  const { total, own } = board;
  return html`<div class="board-head">
    <p role="status">
      ${
        own === null
          ? html`${say("listed", { count: total })}${playerId === null ? nothing : html`. ${say("notYours")}`}`
          : say("yours", { rank: own, total })
      }
    </p>
    ${
      own === null
        ? nothing
        : html`<a class="btn btn-secondary btn-small" href=${addressOf(board, { kind: "around" })}>${say("showMe")}</a>`
    }
  </div>`;
}

function table({ board, playerId }: BoardView): TemplateResult {
  const season = board.seasons.findIndex((one) => one.season === board.season);
  const values = {
    mode: t(MODE_WORDS[board.mode]),
    season: season < 0 ? say("allTime") : seasonText(board.seasons[season]!, season === 0),
    country: board.country === null ? say("world") : countryName(board.country),
  };
  return html`<table class="board-table">
    <caption class="visually-hidden">
      ${say("caption", values)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say("rank")}</th>
        <th scope="col">${say("player")}</th>
        <th scope="col">${say("rating")}</th>
        <th scope="col" class="board-wide">${say("played")}</th>
        <th scope="col" class="board-wide">${say("won")}</th>
      </tr>
    </thead>
    <tbody>
      ${board.rows.map((row) => playerRow(row, row.id === playerId))}
    </tbody>
  </table>`;
}

function playerRow(row: BoardRow, isOwn: boolean): TemplateResult {
  const { rank, login, name, country, rating, played, won } = row;
  return html`<tr class=${isOwn ? "board-own" : ""} aria-current=${isOwn ? "true" : nothing}>
    <td class="board-rank board-rank-${Math.min(rank, 4)}">${rank}</td>
    <th scope="row">
      <a class="board-player" href="/player/${encodeURIComponent(login)}">
        ${avatar(row, PICTURE_SIZE)}
        <span class="board-who">
          <span class="board-name">${name}</span>
          ${country === null ? nothing : html`<span class="board-country">${countryName(country)}</span>`}
        </span>
        ${isOwn ? html`<span class="tag">${say("you")}</span>` : nothing}
      </a>
    </th>
    <td class="board-rating">${rating}</td>
    <td class="board-wide">${played}</td>
    <td class="board-wide">${percentText(won / played)}</td>
  </tr>`;
}

function pages(board: LeaderboardReply): TemplateResult | typeof nothing {
  const { previous, next } = board;
  if (previous === null && next === null) return nothing;
  const link = (kind: "before" | "after", place: string, words: "previous" | "next") =>
    html`<a class="btn btn-secondary" href=${addressOf(board, { kind, place })}>${say(words)}</a>`;
  return html`<nav class="board-pages" aria-label=${say("pages")}>
    ${previous === null ? html`<span></span>` : link("before", previous, "previous")}
    ${next === null ? nothing : link("after", next, "next")}
  </nav>`;
}

function empty(): TemplateResult {
  return html`<h2>${say("empty")}</h2>
    <p>${say("emptyText")}</p>
    <div class="actions"><a class="btn btn-primary" href="/">${say("play")}</a></div>`;
}

function addressOf({ mode, season, country }: LeaderboardReply, part: BoardPart): string {
  return `/leaderboard${searchOf({ mode, season, country, part })}`;
}
