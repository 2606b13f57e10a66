// The signs on the buttons of a replay, drawn by line in a square of 24.

import { html, type TemplateResult } from "lit/html.js";

export const ICONS = {
  play: "M7 4.5v15L19.5 12Z",
  pause: "M8 5v14M16 5v14",
  previous: "M18 5.5v13L8 12ZM6 5v14",
  next: "M6 5.5v13L16 12ZM18 5v14",
  back: "M15 6l-6 6 6 6",
  forward: "M9 6l6 6-6 6",
  longest: "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L12 16.9l-5.3 2.8 1.1-5.9L3.5 9.7l5.9-.8Z",
  loud: "M4 9.5v5h3.5L12 19V5L7.5 9.5ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  silent: "M4 9.5v5h3.5L12 19V5L7.5 9.5ZM16 9.5 21 14.5M21 9.5 16 14.5",
  thinking:
    "M9.2 20.5h5.6M10 17.5c0-2.4-3.8-3.6-3.8-8a5.8 5.8 0 0 1 11.6 0c0 4.4-3.8 5.6-3.8 8ZM12 17.2v-5M9.8 10.2l2.2 2 2.2-2",
  outward: "M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5",
  inward: "M4 9h5V4M20 9h-5V4M4 15h5v5M20 15h-5v5",
} as const;

export function icon(name: keyof typeof ICONS): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${ICONS[name]} /></svg>`;
}

export function iconButton(name: keyof typeof ICONS, label: string, act: () => void, more = ""): TemplateResult {
  return html`<button class="tool ${more}" type="button" aria-label=${label} title=${label} @click=${act}>
    ${icon(name)}
  </button>`;
}
