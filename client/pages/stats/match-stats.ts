// The charts on a match's page, below its replay: nothing where this visitor may not see them. Whoever chooses a rally is shown
// it there, on the same page.

import "../../ui/charts/chart-figure.ts";
import { html, render } from "lit/html.js";
import type { FinishedMatch } from "../../../schema/http/matches.ts";
import { askFacts } from "../../../schema/http/stats.ts";
import { call, Refused } from "../../platform/api.ts";
import { type Moment, momentOf } from "../../playback/replay/moment.ts";
import { matchPlots } from "./match-plots.ts";
import { t } from "./words.ts";

export interface MatchStats {
  /** Becomes theirs. */
  readonly host: HTMLElement;
  /** With its players called as people read them. */
  readonly match: FinishedMatch;
  readonly left: AbortSignal;
  /** Shows that moment. */
  readonly seek: (moment: Moment) => void;
}

/** @throws Unreachable */
export async function openMatchStats({ host, match, left, seek }: MatchStats): Promise<void> {
  // Its recording says something else than its result, so nothing was read off it.
  if (match.verdict === "flagged") return;
  const facts = await call(askFacts, { params: { id: match.id } }).catch((error: unknown) => {
    if (error instanceof Refused && error.code === "notFound") return null;
    throw error;
  });
  if (facts === null || left.aborted) return;
  const plots = matchPlots({ id: match.id, names: match.players.map(({ name }) => name), facts });
  if (plots.length === 0) return;
  host.addEventListener("click", (event) => follow(event, seek), { signal: left });
  render(
    html`<section class="figures-page" aria-label=${t("match.title")}>
      ${plots.map((plot) => html`<div class="panel chart-panel"><chart-figure .plot=${plot}></chart-figure></div>`)}
    </section>`,
    host,
  );
}

/** A link to a moment of this match leads up the page. Pressed with a key held, it opens elsewhere, as all links do. */
function follow(event: MouseEvent, seek: (moment: Moment) => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest("a");
  const moment = link?.pathname === location.pathname ? momentOf(link.search) : null;
  if (moment === null) return;
  event.preventDefault();
  seek(moment);
}
