// The name of the game, bent from one tube of light.

import { html, type TemplateResult } from "lit/html.js";
import { t } from "../../platform/i18n/translate.ts";

const LETTERS = [
  "M12 70V12H38a17 17 0 0 1 0 34H12M36 46 56 70",
  "M74 70 100 12 126 70M85 50H115",
  "M148 12V70H180",
  "M202 12V70H234",
  "M244 12 270 42 296 12M270 42V70",
];

/** The wordmark as a picture with the name as its text. */
export function wordmark(): TemplateResult {
  return html`<svg class="wordmark" viewBox="0 0 308 82" role="img" aria-label=${t("brand.name")}>
    <defs>
      <linearGradient id="tube" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="308" y2="0">
        <stop offset="0" stop-color="#19e6ff" />
        <stop offset="0.55" stop-color="#8f9bff" />
        <stop offset="1" stop-color="#ff2f92" />
      </linearGradient>
    </defs>
    <path class="wordmark-tube" stroke="url(#tube)" d=${LETTERS.join("")} />
    <path class="wordmark-core" d=${LETTERS.join("")} />
  </svg>`;
}
