// The choices of a match among friends: how many points, and whether to win by two.

import { html, type TemplateResult } from "lit/html.js";
import { MAX_POINTS_TO_WIN, MIN_POINTS_TO_WIN, type Rules } from "../../../pong/rules.ts";
import { t } from "../../platform/i18n/translate.ts";

/** @param change called with the rules as they are now */
export function rulesForm(rules: Rules, change: (rules: Rules) => void): TemplateResult {
  const points = (event: Event): void => {
    change({ ...rules, pointsToWin: Number((event.target as HTMLInputElement).value) });
  };
  const twoClear = (event: Event): void => {
    change({ ...rules, twoClear: (event.target as HTMLInputElement).checked });
  };
  return html`<div class="rules">
    <div>
      <div class="rules-points">
        <label class="form-label" for="points">${t("home.points")}</label>
        <output class="rules-number" for="points">${rules.pointsToWin}</output>
      </div>
      <input
        class="form-range"
        id="points"
        type="range"
        min=${MIN_POINTS_TO_WIN}
        max=${MAX_POINTS_TO_WIN}
        step="1"
        .value=${String(rules.pointsToWin)}
        @input=${points}
      />
    </div>
    <div class="form-check form-switch">
      <input
        class="form-check-input"
        id="two-clear"
        type="checkbox"
        role="switch"
        .checked=${rules.twoClear}
        @change=${twoClear}
      />
      <label class="form-check-label" for="two-clear">${t("home.twoClear")}</label>
    </div>
  </div>`;
}
