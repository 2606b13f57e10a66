// What depends on whose view a match is seen from, in a replay and for spectators (../spectate/): the score over the table, and
// the choice of the view.

import { html, type TemplateResult } from "lit/html.js";
import type { FilmView } from "../../../sdk/film.ts";
import { t } from "./words.ts";
import { VIEWS } from "./playback.ts";

/** Who looks is on the left, and in the colour of one's own, as in the match. @param names by seat, as is the score */
export function scoreBoard(names: readonly string[], score: readonly number[], view: FilmView): TemplateResult {
  const own = view === "side" ? 0 : view;
  const other = 1 - own;
  return html`<div class="replay-board">
    <span class="replay-name own">${names[own]}</span>
    <span class="replay-points own">${score[own] ?? 0}</span>
    <span class="replay-points other">${score[other] ?? 0}</span>
    <span class="replay-name other">${names[other]}</span>
  </div>`;
}

export interface ViewChoice {
  /** By seat. */
  readonly names: readonly string[];
  readonly view: FilmView;
  readonly setView: (view: FilmView) => void;
}

export function viewChoice({ names, view, setView }: ViewChoice): TemplateResult {
  const choose = (event: Event): void => setView(VIEWS[(event.target as HTMLSelectElement).selectedIndex]!);
  return html`<label class="seen-by">
    <span>${t("view")}</span>
    <select class="form-select" @change=${choose}>
      ${VIEWS.map(
        (one) => html`<option ?selected=${one === view}>${one === "side" ? t("view.side") : names[one]}</option>`,
      )}
    </select>
  </label>`;
}
