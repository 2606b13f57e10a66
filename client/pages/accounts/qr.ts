// A text as a QR code, drawn as one path.

import { html, type TemplateResult } from "lit/html.js";
import { encode } from "uqr";

/** Light modules around it, as scanners want it. */
const BORDER = 4;

/** @param label what it is, for those who do not see it */
export function qrCode(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { ecc: "M", border: BORDER });
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#ffffff" />
    <path d=${modulesPath(data)} fill="#000000" />
  </svg>`;
}

/** The dark modules, each run of them in a row as one rectangle. */
export function modulesPath(rows: readonly (readonly boolean[])[]): string {
  let path = "";
  for (const [y, row] of rows.entries()) {
    let x = 0;
    while (x < row.length) {
      const from = x;
      while (row[x] === true) x++;
      if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
      x++;
    }
  }
  return path;
}
