// The table as a drawing, with a ball that goes round on it: what a match looks like before anything of it is loaded.
// The motion is in _drawing.scss, and rests for those who asked for less of it.

import { html, type TemplateResult } from "lit/html.js";
import { t } from "../../platform/i18n/translate.ts";

export function tableDrawing(): TemplateResult {
  return html`<svg class="drawing" viewBox="0 0 640 480" role="img" aria-label=${t("home.drawing")}>
    <defs>
      <linearGradient id="glass" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="#141040" />
        <stop offset="1" stop-color="#0a1245" />
      </linearGradient>
      <radialGradient id="pool" cx="0.5" cy="0.62" r="0.6">
        <stop offset="0" stop-color="#3a5bff" stop-opacity="0.5" />
        <stop offset="1" stop-color="#3a5bff" stop-opacity="0" />
      </radialGradient>
      <radialGradient id="shine">
        <stop offset="0" stop-color="#ffffff" stop-opacity="0.9" />
        <stop offset="0.35" stop-color="#b9c4ff" stop-opacity="0.35" />
        <stop offset="1" stop-color="#8f9bff" stop-opacity="0" />
      </radialGradient>
    </defs>
    <path class="drawing-frame" d="M30 446 190 78H450L610 446V462H30Z" />
    <path fill="url(#glass)" d="M60 430.4 200 90.4H440L580 430.4Z" />
    <path fill="url(#pool)" d="M60 430.4 200 90.4H440L580 430.4Z" />
    <g class="drawing-lines">
      <path d="M74 420 206 96H434L566 420Z" />
      <path d="M155.8 197.7H484.2" stroke-dasharray="14 10" />
      <ellipse cx="320" cy="200" rx="62" ry="33" />
    </g>
    <path class="drawing-own drawing-arc" d="M196 420C210 300 430 300 444 420" />
    <path class="drawing-other drawing-arc" d="M268 96C274 128 366 128 372 96" />
    <path class="drawing-other drawing-rail" d="M148 197.7 194 84M492 197.7 446 84M196 84H444" />
    <path class="drawing-own drawing-rail" d="M148 197.7 46 440M492 197.7 594 440M46 446H594" />
    <g class="drawing-far"><rect class="drawing-other-paddle" x="-30" y="-8" width="60" height="15" rx="7.5" /></g>
    <g class="drawing-ball">
      <circle r="46" fill="url(#shine)" />
      <circle r="11" fill="#fff7e0" />
    </g>
    <g class="drawing-near"><rect class="drawing-own-paddle" x="-58" y="-15" width="116" height="28" rx="14" /></g>
  </svg>`;
}
