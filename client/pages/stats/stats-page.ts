// A player's statistics, /player/NAME/figures. How it looks: dashboard-view.ts.

import "../../ui/charts/chart-figure.ts";
import { html, render, type TemplateResult } from "lit/html.js";
import type { PlayerReply } from "../../../schema/http/players.ts";
import { MODES, type Mode } from "../../../contract/modes.ts";
import { askRatingPoints, askStats } from "../../../schema/http/stats.ts";
import { attempt } from "../../platform/action.ts";
import { call } from "../../platform/api.ts";
import type { Plot } from "../../ui/charts/plot.ts";
import { frame } from "../../ui/components/frame.ts";
import { codeText } from "../../platform/i18n/translate.ts";
import { dayText } from "../../platform/i18n/formats.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { type Dashboard, chartsOf, dashboardView, totalOf } from "./dashboard-view.ts";
import { ratingPlot } from "./plots.ts";
import { t } from "./words.ts";
import { findPlayer, personTabs } from "../../ui/players/player-address.ts";

export async function openStats(context: PageContext): Promise<void> {
  const player = await findPlayer(context, (login) => `/player/${login}/figures`);
  if (player === null) return;
  const page = new StatsPage(context, player);
  page.show();
  context.announce(t("common:title.page", { page: t("page.title", { name: player.name }) }));
  await page.load();
}

class StatsPage {
  readonly #context: PageContext;
  readonly #player: PlayerReply;
  #dashboard: Dashboard | null = null;
  /** Why there is nothing to see, in words. */
  #trouble = "";
  #mode: Mode = "classic";
  /** By mode, as they have been asked for; null: there is nothing to draw. */
  readonly #ratings = new Map<Mode, Plot | null>();

  constructor(context: PageContext, player: PlayerReply) {
    this.#context = context;
    this.#player = player;
  }

  show(): void {
    if (this.#context.left.aborted) return;
    render(
      frame(
        html`<div class="person-page figures-page">
          <section class="panel chart-wide figures-head">
            ${personTabs(this.#player.login, "figures")}
            <h1>${t("page.title", { name: this.#player.name })}</h1>
          </section>
          ${this.#content()}
        </div>`,
      ),
      this.#context.root,
    );
  }

  async load(): Promise<void> {
    const { login, record } = this.#player;
    // As long as this visitor may not see the record, they would be refused the rest.
    if (record === null) {
      this.#trouble = codeText("history.hidden");
      return this.show();
    }
    const ask = async (): Promise<void> => {
      const [stats] = await Promise.all([
        call(askStats, { params: { login } }),
        ...MODES.map((mode) => this.#loadRating(mode)),
      ]);
      // The mode that there is something to see of.
      this.#mode = MODES.find((mode) => this.#ratings.get(mode) !== null) ?? this.#mode;
      this.#dashboard = chartsOf(stats);
    };
    this.#trouble = (await attempt(ask, { fail: (error) => this.#context.fail(error) })).trouble;
    this.show();
  }

  async #loadRating(mode: Mode): Promise<void> {
    const reply = await call(askRatingPoints, { params: { login: this.#player.login, mode } });
    this.#ratings.set(mode, reply.points.length === 0 ? null : ratingPlot(reply, dayText));
  }

  #content(): TemplateResult {
    const dashboard = this.#dashboard;
    if (this.#trouble !== "") return wide(html`<p class="quiet" role="status">${this.#trouble}</p>`);
    if (dashboard === null) return wide(html`<p class="quiet" role="status">${t("page.loading")}</p>`);
    const { won, lost } = totalOf(dashboard.stats);
    if (won + lost === 0)
      return wide(
        html`<h2>${t("page.empty")}</h2>
          <p>${t("page.emptyText")}</p>
          <div class="actions"><a class="btn btn-primary" href="/">${t("page.play")}</a></div>`,
      );
    return dashboardView(dashboard, {
      mode: this.#mode,
      plot: this.#ratings.get(this.#mode) ?? null,
      choose: (mode) => {
        this.#mode = mode;
        this.show();
      },
    });
  }
}

function wide(content: TemplateResult): TemplateResult {
  return html`<section class="panel chart-wide">${content}</section>`;
}
