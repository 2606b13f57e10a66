// A player's statistics as shown on the page: records, the rating of a mode, who is beaten and when, and how the points go.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { TICKS_PER_SECOND } from "../../../pong/rules.ts";
import type { StatsReply, WonLost } from "../../../schema/http/stats.ts";
import { MODES, type Mode } from "../../../contract/modes.ts";
import { type Plot, numberText } from "../../ui/charts/plot.ts";
import { hoursPlot, placesPlot, ralliesPlot, rateOf, reactionsPlot } from "./plots.ts";
import { type ShareRow, shareTable } from "./share-table.ts";
import { t } from "./words.ts";
import { modeName } from "../../ui/components/modes.ts";
import { matchAddress } from "../../playback/replay/moment.ts";

export interface RatingView {
  readonly mode: Mode;
  /** Null: no match of this mode was rated yet. */
  readonly plot: Plot | null;
  readonly choose: (mode: Mode) => void;
}

/** Everything but the rating, which is asked for by mode. Made once: a new plot object would be drawn again. */
export interface Dashboard {
  readonly stats: StatsReply;
  readonly plots: readonly Plot[];
}

export function chartsOf(stats: StatsReply): Dashboard {
  const { hours, rallies, places, reactions } = stats;
  const plots = [hoursPlot(hours, -new Date().getTimezoneOffset()), ralliesPlot(rallies), placesPlot(places)];
  return { stats, plots: reactions.some((count) => count > 0) ? [...plots, reactionsPlot(reactions)] : plots };
}

/** Of all duels that count. */
export function totalOf({ modes }: StatsReply): WonLost {
  return Object.values(modes).reduce((sum, { won, lost }) => ({ won: sum.won + won, lost: sum.lost + lost }));
}

export function dashboardView({ stats, plots }: Dashboard, rating: RatingView): TemplateResult {
  return html`${records(stats)} ${ratingPanel(rating)}
    <section class="panel chart-panel">${modesTable(stats)}</section>
    ${stats.opponents.length === 0 ? nothing : html`<section class="panel chart-panel">${opponentsTable(stats)}</section>`}
    ${plots.map((plot) => html`<section class="panel chart-panel"><chart-figure .plot=${plot}></chart-figure></section>`)}`;
}

function records(stats: StatsReply): TemplateResult {
  const { longestRally, streak, bestStreak } = stats;
  const { won, lost } = totalOf(stats);
  const now =
    streak === 0
      ? t("records.noStreak")
      : t(streak > 0 ? "records.wonInARow" : "records.lostInARow", { count: Math.abs(streak) });
  return html`<section class="panel chart-panel chart-wide" aria-labelledby="records">
    <h2 id="records">${t("records.title")}</h2>
    <dl class="records">
      ${record(t("records.matches"), t("records.of", { won: numberText(won), count: won + lost }), rateText(stats))}
      ${record(t("records.streak"), now)} ${record(t("records.best"), t("records.wonInARow", { count: bestStreak }))}
      ${
        longestRally === null
          ? nothing
          : record(
              t("records.longest"),
              html`<a href=${matchAddress(longestRally.matchId, Math.round(longestRally.seconds * TICKS_PER_SECOND))}
                >${t("records.hits", { count: longestRally.hits })}</a
              >`,
            )
      }
    </dl>
  </section>`;
}

function rateText(stats: StatsReply): string {
  return numberText(rateOf(totalOf(stats)), "share");
}

function record(name: string, value: string | TemplateResult, more = ""): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}${more === "" ? nothing : html` <small>${more}</small>`}</dd>
  </div>`;
}

function ratingPanel({ mode, plot, choose }: RatingView): TemplateResult {
  return html`<section class="panel chart-panel chart-wide">
    <fieldset class="chart-modes settings-choices">
      <legend class="visually-hidden">${t("rating.mode")}</legend>
      ${MODES.map(
        (one) =>
          html`<label class="settings-choice">
            <input type="radio" name="rating-mode" .checked=${one === mode} @change=${() => choose(one)} />
            <span>${modeName(one)}</span>
          </label>`,
      )}
    </fieldset>
    ${
      plot === null
        ? html`<h2>${t("rating.title")}</h2>
            <p class="quiet" role="status">${t("rating.none")}</p>`
        : html`<chart-figure .plot=${plot}></chart-figure>`
    }
  </section>`;
}

function modesTable({ modes }: StatsReply): TemplateResult {
  const rows: ShareRow[] = MODES.map((mode) => ({ name: modeName(mode), link: null, counts: modes[mode] }));
  rows.push({ name: t("share.own"), link: null, counts: modes.own });
  return shareTable({ title: t("share.modes"), note: "", along: t("share.mode"), rows });
}

function opponentsTable({ opponents }: StatsReply): TemplateResult {
  const rows = opponents.map(({ name, login, won, lost }) => ({
    name,
    link: login === null ? null : `/player/${encodeURIComponent(login)}`,
    counts: { won, lost },
  }));
  return shareTable({
    title: t("share.opponents"),
    note: t("share.opponentsNote"),
    along: t("share.opponent"),
    rows,
  });
}
