// How strong a player is in each mode, and their rank, each leading to its list: a part of their page.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { RatingOfMode } from "../../../schema/http/ratings.ts";
import { t } from "./words.ts";
import { modeName, leaderboardPath } from "../../ui/components/modes.ts";

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
  return html`<li>
    <span class="standing-mode">${modeName(mode)}</span>
    <span class="standing-rating">
      ${t(provisional ? "common:ranked.provisional" : "common:ranked.rating", { rating })}
      <small>${t("standing.best", { rating: best })}</small>
    </span>
    <span class="standing-rank">
      ${rank === null ? t("standing.none") : html`<a href=${leaderboardPath(mode)}>${t("standing.rank", { rank })}</a>`}
      ${seasonRank === null ? nothing : html`<span class="quiet">${t("standing.season", { rank: seasonRank })}</span>`}
    </span>
  </li>`;
}
