// The choice of the computer's level: eight, each with its rating and its style, and the fair one.

import { html, type TemplateResult } from "lit/html.js";
import { FAIR } from "../../../pong/ai/fair.ts";
import { AI_LEVELS, type AiLevel, LEVELS } from "../../../pong/ai/levels.ts";
import type { StyleName } from "../../../pong/ai/styles.ts";
import { t, type TextKey } from "../../platform/i18n/translate.ts";

export type ChosenLevel = AiLevel | typeof FAIR;

const NAMES: Readonly<Record<AiLevel, TextKey>> = {
  dewdrop: "level.dewdrop",
  pebble: "level.pebble",
  breeze: "level.breeze",
  ember: "level.ember",
  tide: "level.tide",
  gale: "level.gale",
  quake: "level.quake",
  nova: "level.nova",
};

const STYLES: Readonly<Record<StyleName, TextKey>> = {
  patient: "style.patient",
  attacker: "style.attacker",
  counter: "style.counter",
  gambler: "style.gambler",
};

export function levelChoice(busy: boolean, choose: (level: ChosenLevel) => void): TemplateResult {
  return html`<div class="home-levels">
    ${button(busy, t("level.fair"), t("level.fairText"), "btn-friend home-fair", () => choose(FAIR))}
    ${AI_LEVELS.map((level, at) => {
      const { rating, style } = LEVELS[level];
      const look = t("level.look", { number: at + 1, rating, style: t(STYLES[style]) });
      return button(busy, t(NAMES[level]), look, "btn-secondary", () => choose(level));
    })}
  </div>`;
}

function button(busy: boolean, name: string, look: string, kind: string, act: () => void): TemplateResult {
  return html`<button class="btn home-mode ${kind}" type="button" ?disabled=${busy} @click=${act}>
    <span>${name}</span><small>${look}</small>
  </button>`;
}
