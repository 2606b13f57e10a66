// The match to watch at this moment, on the start page. Nothing where nobody plays.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { LiveMatchReply } from "../../../schema/http/spectating.ts";
import { t } from "../../platform/i18n/translate.ts";

export function topMatch(match: LiveMatchReply | null): TemplateResult | typeof nothing {
  if (match === null) return nothing;
  const [one, two] = match.players;
  const { score } = match;
  return html`<section class="home-top" aria-labelledby="top-match">
    <h2 id="top-match">${t("home.top")}</h2>
    <p class="home-top-players">
      ${player(one)}
      <span class="home-top-score">${score[0]} : ${score[1]}</span> ${player(two)}
    </p>
    <a class="btn btn-secondary" href=${`/watch/${encodeURIComponent(match.roomId)}`}>${t("home.topWatch")}</a>
  </section>`;
}

function player(one: LiveMatchReply["players"][number] | undefined): TemplateResult {
  return html`<span class="home-top-name">
    ${one?.name ?? ""} ${one === undefined || one.rating === null ? nothing : html`<small>${one.rating}</small>`}
  </span>`;
}
