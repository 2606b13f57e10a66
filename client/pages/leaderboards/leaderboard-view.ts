// How the leaderboard looks. What happens on it: leaderboard-page.ts.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { BoardRow, LeaderboardReply } from "../../../schema/http/leaderboards.ts";
import { ALL_TIME } from "../../../schema/modes.ts";
import { MODES } from "../../../contract/modes.ts";
import { countries } from "../../platform/i18n/countries.ts";
import { avatar } from "../../ui/pictures/avatar.ts";
import { countryName } from "../../platform/i18n/countries.ts";
import { percentText } from "../../platform/i18n/formats.ts";
import { type BoardChoice, type BoardPart, searchOf } from "./address.ts";
import { t } from "./words.ts";
import { modeName } from "../../ui/components/modes.ts";

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
    <h1>${t("title")}</h1>
    ${choices(view)}
    <section class="panel board" aria-busy=${busy ? "true" : "false"}>
      ${board.rows.length === 0 ? empty() : html`${head(view)} ${table(view)} ${pages(board)}`}
      <p class="quiet board-rule">${t(board.season === ALL_TIME ? "ruleAllTime" : "ruleSeason")}</p>
    </section>
  </div>`;
}

function choices({ board, choose }: BoardView): TemplateResult {
  const value = (event: Event): string => (event.target as HTMLSelectElement).value;
  return html`<div class="board-choices">
    <fieldset class="board-modes">
      <legend class="visually-hidden">${t("mode")}</legend>
      ${MODES.map(
        (mode) =>
          html`<label
            ><input
              type="radio"
              name="mode"
              value=${mode}
              .checked=${mode === board.mode}
              @change=${() => choose({ mode })}
            /><span>${modeName(mode)}</span></label
          >`,
      )}
    </fieldset>
    <label class="board-choice">
      <span class="visually-hidden">${t("season")}</span>
      <select class="form-select" @change=${(event: Event) => choose({ season: value(event) })}>
        <option value=${ALL_TIME} ?selected=${board.season === ALL_TIME}>${t("allTime")}</option>
        ${board.seasons.map(
          (one, at) =>
            html`<option value=${one.season} ?selected=${one.season === board.season}>
              ${seasonText(one, at === 0)}
            </option>`,
        )}
      </select>
    </label>
    <label class="board-choice">
      <span class="visually-hidden">${t("country")}</span>
      <select class="form-select" @change=${(event: Event) => choose({ country: value(event) || null })}>
        <option value="" ?selected=${board.country === null}>${t("world")}</option>
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
          ? html`${t("listed", { count: total })}${playerId === null ? nothing : html`. ${t("notYours")}`}`
          : t("yours", { rank: own, total })
      }
    </p>
    ${
      own === null
        ? nothing
        : html`<a class="btn btn-secondary btn-small" href=${addressOf(board, { kind: "around" })}>${t("showMe")}</a>`
    }
  </div>`;
}

function table({ board, playerId }: BoardView): TemplateResult {
  const season = board.seasons.findIndex((one) => one.season === board.season);
  const values = {
    mode: modeName(board.mode),
    season: season < 0 ? t("allTime") : seasonText(board.seasons[season]!, season === 0),
    country: board.country === null ? t("world") : countryName(board.country),
  };
  return html`<table class="board-table">
    <caption class="visually-hidden">
      ${t("caption", values)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t("rank")}</th>
        <th scope="col">${t("player")}</th>
        <th scope="col">${t("rating")}</th>
        <th scope="col" class="board-wide">${t("played")}</th>
        <th scope="col" class="board-wide">${t("won")}</th>
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
        ${isOwn ? html`<span class="tag">${t("you")}</span>` : nothing}
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
    html`<a class="btn btn-secondary" href=${addressOf(board, { kind, place })}>${t(words)}</a>`;
  return html`<nav class="board-pages" aria-label=${t("pages")}>
    ${previous === null ? html`<span></span>` : link("before", previous, "previous")}
    ${next === null ? nothing : link("after", next, "next")}
  </nav>`;
}

function empty(): TemplateResult {
  return html`<h2>${t("empty")}</h2>
    <p>${t("emptyText")}</p>
    <div class="actions"><a class="btn btn-primary" href="/">${t("play")}</a></div>`;
}

function addressOf({ mode, season, country }: LeaderboardReply, part: BoardPart): string {
  return `/leaderboard${searchOf({ mode, season, country, part })}`;
}

type Season = LeaderboardReply["seasons"][number];

/** The latest one is going on. */
function seasonText(season: Season, isLatest: boolean): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang || "en", {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const lastMoment = new Date(new Date(season.until).getTime() - 1);
  const months = format.formatRange(new Date(season.from), lastMoment);
  return isLatest ? t("thisSeason", { months }) : months;
}
