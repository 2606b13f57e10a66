// How a watched match is shown: the table with names and points, the spectators, the choice of the view.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { FilmView } from "../../../sdk/film.ts";
import type { SpectateSession } from "../../../sdk/spectate-session.ts";
import { scoreBoard, viewChoice } from "../replay/seen-by.ts";
import { t } from "./words.ts";
import { modeName } from "../../ui/components/modes.ts";

export interface WatchView {
  readonly session: SpectateSession;
  readonly view: FilmView;
  /** This page goes from match to match. */
  readonly isTop: boolean;
  readonly setView: (view: FilmView) => void;
}

export function watchTemplate(shown: WatchView): TemplateResult {
  const { session, view } = shown;
  const names = namesOf(session);
  return html`<h1 class="visually-hidden">
      ${names === null ? t("title") : t("heading", { one: names[0] ?? "", two: names[1] ?? "" })}
    </h1>
    <div class="replay-stage">
      <div class="replay-surface">
        <canvas class="replay-table" role="img" aria-label=${t("canvas")}></canvas>
      </div>
      ${names === null ? cover(t("waiting")) : scoreBoard(names, session.score, view)} ${end(shown)}
    </div>
    <div class="replay-controls">
      <p class="watch-facts">${facts(shown)}</p>
      ${names === null ? nothing : viewChoice({ names, view, setView: shown.setView })}
    </div>`;
}

function namesOf({ match }: SpectateSession): readonly string[] | null {
  return match === null ? null : match.players.map(({ name }) => name);
}

function cover(words: string): TemplateResult {
  return html`<div class="replay-cover" role="status"><p>${words}</p></div>`;
}

function end({ session, isTop }: WatchView): TemplateResult | typeof nothing {
  const { over, match } = session;
  if (over === null || match === null) return nothing;
  const winner = match.players[over.winner]?.name;
  return html`<div class="replay-cover watch-end" role="status">
    <div>
      <p class="watch-won">${winner === undefined ? t("nobody") : t("won", { name: winner })}</p>
      <div class="actions">
        <a class="btn btn-primary" href=${`/match/${over.matchId}`}>${t("replay")}</a>
        ${isTop ? nothing : html`<a class="btn btn-secondary" href="/watch">${t("another")}</a>`}
      </div>
    </div>
  </div>`;
}

function facts({ session, isTop }: WatchView): TemplateResult {
  const { match, spectators } = session;
  const what =
    match === null
      ? []
      : match.mode === null
        ? [t("own")]
        : [t(match.ranked ? "ranked" : "casual", { mode: modeName(match.mode) })];
  const late = match === null || match.delaySeconds === 0 ? [] : [t("delay", { count: match.delaySeconds })];
  const words = [...(isTop ? [t("top")] : []), ...what, t("watchers", { count: spectators }), ...late];
  return html`${words.join(" · ")}`;
}
