// Where balls came to a paddle's line, drawn on the player's half of the court as they see it: the net at the top, the line at
// the bottom, and along it two strips of cells, what came back and what was missed. The stronger, the more.

import { html, svg, type TemplateResult } from "lit/html.js";
import type { Plot, Series } from "./plot.ts";

const WIDTH = 480;
const HEIGHT = 200;
/** The strips: what came back lies in front of the line, what was missed behind it. */
const STRIPS = [
  { y: 92, height: 46 },
  { y: 150, height: 34 },
] as const;
/** A cell to which a single ball came is to be seen. */
const FAINTEST = 0.15;

export function courtMap({ series }: Plot): TemplateResult {
  return html`<svg class="court-map" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <rect class="court-ground" x="1" y="10" width=${WIDTH - 2} height=${HEIGHT - 12} rx="10" />
    <path class="court-net" d="M1 22H${WIDTH - 1}" />
    <path class="court-middle" d="M${WIDTH / 2} 22V${HEIGHT - 2}" />
    ${STRIPS.map((strip, at) => (series[at] === undefined ? svg`` : cells(series[at], strip)))}
    <path class="court-line" d="M1 144H${WIDTH - 1}" />
  </svg>`;
}

function cells({ values, tone }: Series, { y, height }: (typeof STRIPS)[number]): TemplateResult {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const width = WIDTH / values.length;
  return svg`<g class="court-${tone}">
    ${values.map((value, at) =>
      value === null || value === 0
        ? svg``
        : svg`<rect x=${at * width + 1} y=${y} width=${width - 2} height=${height} rx="3"
            opacity=${(FAINTEST + (1 - FAINTEST) * (value / most)).toFixed(2)} />`,
    )}
  </g>`;
}
