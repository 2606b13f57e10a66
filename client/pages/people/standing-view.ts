// How strong a player is in each mode, and their rank, each leading to its list: a part of their page.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { RatingOfMode } from "../../../schema/http/ratings.ts";
import { modeName } from "../../ui/components/ranked-choice.ts";
import { searchOf } from "../leaderboard/address.ts";
import { ALL_TIME } from "../../../schema/list-names.ts";
import { t } from "./words.ts";

export function standingView(ratings: readonly RatingOfMode[]): TemplateResult | typeof nothing {
  if (ratings.length === 0) return nothing;
  return html`<section class="panel person-standing" aria-labelledby="standing">
    <h2 id="standing">${t("standing.title")}</h2>
    <ul class="standings">
      ${ratings.map(ofMode)}
    </ul>
  </section>`;
}

function ofMode({ mode, rating, provisional, rank, seasonRank, best }: RatingOfMode): TemplateResult {
  const list = `/leaderboard${searchOf({ mode, season: ALL_TIME, country: null, part: null })}`;
  return html`<li>
    <span class="standing-mode">${modeName(mode)}</span>
    <span class="standing-rating">
      ${t(provisional ? "common:ranked.provisional" : "common:ranked.rating", { rating })}
      <small>${t("standing.best", { rating: best })}</small>
    </span>
    <span class="standing-rank">
      ${rank === null ? t("standing.none") : html`<a href=${list}>${t("standing.rank", { rank })}</a>`}
      ${seasonRank === null ? nothing : html`<span class="quiet">${t("standing.season", { rank: seasonRank })}</span>`}
    </span>
  </li>`;
}
