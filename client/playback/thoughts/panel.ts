// The computer's current look in words and numbers, beside the table on which it is drawn (create-thoughts.ts).

import "./thoughts.scss";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { LEVELS } from "../../../pong/ai/levels.ts";
import type { RethinkFault } from "../../../pong/ai/rethink.ts";
import type { Thought } from "../../../pong/ai/thought.ts";
import { TICKS_PER_SECOND } from "../../../pong/rules.ts";
import type { FilmView } from "../../../sdk/film.ts";
import { sitterName } from "../../game/match/sitter-names.ts";
import { t } from "./words.ts";
import { aimTable } from "./aim-table.ts";
import { type CurrentLook, lookAt, type Mind } from "./minds.ts";
import { keysText, numberText, secondsText, sideText } from "./number-text.ts";
import type { ThemeName } from "../../platform/settings.ts";

export interface PanelView {
  readonly title: string;
  readonly minds: readonly Mind[];
  /** Of the match, with its fraction. */
  readonly tick: number;
  /** Whose eyes the replay shows: their side has the colour of one's own. */
  readonly view: FilmView;
  /** Of the table. */
  readonly theme: ThemeName;
  /** Unfolded from the beginning: where there is room. */
  readonly isOpen: boolean;
}

const FAULT_WORDS = {
  version: "version",
  differs: "differs",
} as const satisfies Record<RethinkFault, string>;

export function thoughtsPanel(shown: PanelView): TemplateResult {
  return html`<section class="thoughts match-${shown.theme}" aria-label=${shown.title}>
    ${shown.minds.map((mind) => mindPart(mind, shown))} ${signs(shown)}
  </section>`;
}

function mindPart({ seat, thoughts }: Mind, { tick, view, isOpen }: PanelView): TemplateResult {
  if (typeof thoughts === "string")
    return html`<p class="thoughts-fault" role="status">${t(FAULT_WORDS[thoughts])}</p>`;
  const look = lookAt(thoughts, tick);
  const side = seat === (view === "side" ? 0 : view) ? "own" : "other";
  if (look === null) return html`<p class="thoughts-fault">${t("none")}</p>`;
  const { level } = look.thought;
  return html`<details class="thoughts-mind thoughts-${side}" ?open=${isOpen}>
    <summary>
      <span class="thoughts-who">
        <b>${sitterName({ sitter: "computer", name: level })}</b>
        <span class="thoughts-style">${t(`common:style.${LEVELS[level].style}`)}</span>
        <span class="thoughts-number">${t("number", { number: look.number, count: look.count })}</span>
      </span>
      <span class="thoughts-when">${whenText(look)}</span>
    </summary>
    ${statsView(look.thought, tick)}
  </details>`;
}

function whenText({ ago, next }: CurrentLook): string {
  const seconds = { ago: secondsText(ago), next: secondsText(next ?? 0) };
  return next === null ? t("whenLast", seconds) : t("when", seconds);
}

function statsView(thought: Thought, tick: number): TemplateResult {
  const { coming, seat, error, aims } = thought;
  return html`<div class="thoughts-figures">
    ${aims.length === 0 ? html`<p class="thoughts-away">${t(coming === null ? "away" : "noAim")}</p>` : aimTable(thought)}
    <dl>
      ${
        coming === null
          ? nothing
          : html`<div>
                <dt>${t("arrival")}</dt>
                <dd>${arrivalText(coming.tick - tick)}</dd>
              </div>
              <div>
                <dt>${t("error")}</dt>
                <dd>${sideText("error", seat, error, numberText(Math.abs(error)))}</dd>
              </div>`
      }
      <div>
        <dt>${t("presses")}</dt>
        <dd>${presses(thought, tick)}</dd>
      </div>
    </dl>
  </div>`;
}

function arrivalText(ticks: number): string {
  return ticks >= 0 ? t("in", { seconds: secondsText(ticks) }) : t("ago", { seconds: secondsText(-ticks) });
}

/** Those that are made already are less bright. */
function presses({ presses: planned, seat, tick: lookTick }: Thought, tick: number): TemplateResult {
  if (planned.length === 0) return html`${t("noPress")}`;
  return html`<ol class="thoughts-presses">
    ${planned.map(
      (press) =>
        html`<li class=${press.tick <= tick ? "made" : ""}>
          <span>+${numberText((press.tick - lookTick) / TICKS_PER_SECOND)}</span> ${keysText(seat, press.keys)}
        </li>`,
    )}
  </ol>`;
}

function signs({ minds, isOpen }: PanelView): TemplateResult | typeof nothing {
  if (minds.every(({ thoughts }) => typeof thoughts === "string")) return nothing;
  const words = ["sign.ghost", "sign.dashes", "sign.points", "sign.path", "sign.outlines", "sign.arrow"] as const;
  return html`<details class="thoughts-signs" ?open=${isOpen}>
    <summary>${t("signs")}</summary>
    <ul>
      ${words.map((key) => html`<li>${t(key)}</li>`)}
    </ul>
  </details>`;
}
