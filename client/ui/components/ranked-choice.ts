// The part of the start page that leads into the ranked queues: the modes with one's own ratings, or why there are none yet.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { MODES, MODE_RULES, type Mode } from "../../../contract/modes.ts";
import type { RatingOfMode } from "../../../schema/http/ratings.ts";
import { t } from "../../platform/i18n/translate.ts";
import { modeName, waitingPath } from "./modes.ts";

/** @param ratings null for who has no account */
export function rankedChoice(ratings: readonly RatingOfMode[] | null): TemplateResult {
  if (ratings === null)
    return html`<p class="home-choice-text">${t("ranked.needsAccount")}</p>
      <div class="actions">
        <a class="btn btn-friend" href="/sign-up">${t("menu.signUp")}</a>
        <a class="btn btn-secondary" href="/sign-in">${t("menu.signIn")}</a>
      </div>`;
  return html`<p class="home-choice-text">${t("ranked.text")}</p>
    <div class="home-modes">
      ${MODES.map((mode) =>
        modeLink(
          mode,
          ratings.find((one) => one.mode === mode),
        ),
      )}
    </div>`;
}

function modeLink(mode: Mode, rating: RatingOfMode | undefined): TemplateResult {
  return html`<a class="btn btn-friend home-mode" href=${waitingPath({ mode, ranked: true })}>
    <span>${modeName(mode)}</span>
    <small>${t("match.rules", { points: MODE_RULES[mode].pointsToWin })}</small>
    ${
      rating === undefined
        ? nothing
        : html`<small
            >${t(rating.provisional ? "ranked.provisional" : "ranked.rating", { rating: rating.rating })}</small
          >`
    }
  </a>`;
}
