// The bar along a replay: a slider for hands, keys and screen readers, with the rallies and whose point each was behind it.

import { html, svg, type TemplateResult } from "lit/html.js";
import { TICKS_PER_SECOND } from "../../../pong/rules.ts";
import { NOBODY } from "../../../pong/world.ts";
import type { Rally } from "../../../sdk/film-marks.ts";
import { clockText } from "../../platform/i18n/formats.ts";
import type { Playback } from "./playback.ts";
import { t } from "./words.ts";

/** The slider's own steps, in shown ticks: a second by the arrows. */
const STEP = 1;
const ARROW_TICKS = TICKS_PER_SECOND;
const PAGE_TICKS = 10 * TICKS_PER_SECOND;

export interface ScrubBarView {
  readonly playback: Playback;
  readonly names: readonly string[];
  readonly seek: (place: number) => void;
}

export function scrubBar({ playback, names, seek }: ScrubBarView): TemplateResult {
  const { length, film } = playback;
  const { rallies, longest } = film.marks;
  const text = placeText(playback, names);
  return html`<div class="replay-bar">
    <svg class="replay-marks" viewBox="0 0 ${length} 24" preserveAspectRatio="none" aria-hidden="true">
      <rect class="replay-passed" x="0" y="0" width=${playback.place} height="24" />
      ${rallies.map((rally) => mark(playback, rally, rally === longest))}
    </svg>
    <input
      class="replay-slider"
      type="range"
      min="0"
      max=${Math.ceil(length)}
      step=${STEP}
      .value=${String(Math.round(playback.place))}
      aria-label=${t("place")}
      aria-valuetext=${text}
      @input=${(event: Event) => seek(Number((event.target as HTMLInputElement).value))}
      @keydown=${(event: KeyboardEvent) => {
        const by = stepOf(event.key);
        if (by === 0) return;
        event.preventDefault();
        seek(playback.place + by);
      }}
    />
  </div>`;
}

/** Its width is how long it was, its side whose point it was, its height how many hits it had. */
function mark({ film }: Playback, rally: Rally, isLongest: boolean): TemplateResult {
  const from = film.clock.shownAt(rally.tick);
  const width = Math.max(6, film.clock.shownAt(rally.endTick) - from);
  const height = Math.min(11, 3 + rally.hits * 0.6);
  const isUp = rally.scorer === 0;
  const side = rally.scorer === NOBODY ? "nobody" : isUp ? "first" : "second";
  const y = rally.scorer === NOBODY ? 11 : isUp ? 12 - height : 12;
  return svg`<rect class="replay-rally replay-${side} ${isLongest ? "replay-longest" : ""}"
    x=${from} y=${y} width=${width} height=${rally.scorer === NOBODY ? 2 : height} />`;
}

function placeText(playback: Playback, names: readonly string[]): string {
  const [onePoints = 0, twoPoints = 0] = playback.film.marks.scoreAt(playback.tick);
  return t("place.text", {
    at: clockText(playback.seconds),
    length: clockText(playback.film.clock.length / TICKS_PER_SECOND),
    one: names[0] ?? "",
    two: names[1] ?? "",
    onePoints,
    twoPoints,
  });
}

function stepOf(key: string): number {
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return -ARROW_TICKS;
    case "ArrowRight":
    case "ArrowUp":
      return ARROW_TICKS;
    case "PageDown":
      return -PAGE_TICKS;
    case "PageUp":
      return PAGE_TICKS;
    default:
      return 0;
  }
}
