// A replay as it stands on the page: the table with names and points, the bar, the buttons, the list of keys.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { TICKS_PER_SECOND } from "../../../pong/rules.ts";
import type { FilmView } from "../../../sdk/film.ts";
import { clockText } from "../../platform/i18n/formats.ts";
import { icon, iconButton } from "./icons.ts";
import { type Playback, SPEEDS, type Speed } from "./playback.ts";
import { scrubBar } from "./scrub-bar.ts";
import { scoreBoard, viewChoice } from "./seen-by.ts";
import type { ReplayAction } from "./shortcuts.ts";
import type { Thinking } from "./thinking.ts";
import { FAULT_WORDS, type ReplayFault } from "./fetch-recording.ts";
import { t } from "./words.ts";
import { canFillScreen, fillsScreen } from "../../game/match/display.ts";

/** What keeps a replay from being shown; `outcome` alone does not. */
export type Trouble = ReplayFault | "graphics";

export interface ReplayView {
  readonly names: readonly string[];
  /** `poster`: nothing is loaded yet. */
  readonly phase: "poster" | "loading" | "open";
  readonly playback: Playback | null;
  /** Null where no computer played. */
  readonly thinking: Thinking | null;
  /** By seat, as far as what is shown. */
  readonly score: readonly number[];
  readonly trouble: Trouble | null;
  readonly isMuted: boolean;
  readonly copied: "" | "done" | "failed";
  readonly link: string;
  /** Null where there is nothing to link to: a file. */
  readonly copy: (() => void) | null;
  readonly download: (() => void) | null;
  readonly start: () => void;
  readonly act: (action: ReplayAction) => void;
  readonly seek: (place: number) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly setView: (view: FilmView) => void;
}

export function replayTemplate(view: ReplayView): TemplateResult {
  const { playback, trouble } = view;
  return html`<div class="replay-stage">
      <div class="replay-surface">
        <canvas class="replay-table" role="img" aria-label=${t("canvas")}></canvas>
      </div>
      ${playback === null ? nothing : board(view, playback)} ${cover(view)}
    </div>
    ${trouble === "outcome" ? html`<p class="replay-note" role="status">${t("fault.outcome")}</p>` : nothing}
    ${playback === null ? nothing : html`${controls(view, playback)} ${view.thinking?.panel(playback) ?? nothing} ${more(view, playback)}`}`;
}

function board({ names, score }: ReplayView, playback: Playback): TemplateResult {
  const pause = playback.film.pauseAt(playback.tick);
  return html`${scoreBoard(names, score, playback.view)}
  ${pause === null ? nothing : html`<p class="replay-paused">${t("paused")}</p>`}`;
}

function cover({ phase, trouble, start, playback, act }: ReplayView): TemplateResult | typeof nothing {
  if (trouble !== null && trouble !== "outcome") {
    const words = trouble === "graphics" ? t("common:graphics.text") : t(FAULT_WORDS[trouble]);
    return html`<div class="replay-cover" role="alert">
      <p>${trouble === "graphics" ? html`<b>${t("common:graphics.title")}</b><br />` : nothing}${words}</p>
    </div>`;
  }
  if (phase === "loading") return html`<div class="replay-cover" role="status"><p>${t("loading")}</p></div>`;
  if (phase === "poster")
    return html`<div class="replay-cover replay-poster">
      <button class="replay-start" type="button" aria-label=${t("poster")} @click=${start}>${icon("play")}</button>
    </div>`;
  // In the way of who looks at a still picture on purpose.
  if (playback === null || playback.hasPlayed) return nothing;
  return html`<div class="replay-cover replay-still">
    <button class="replay-start" type="button" tabindex="-1" aria-hidden="true" @click=${() => act("play")}>
      ${icon("play")}
    </button>
  </div>`;
}

function controls(view: ReplayView, playback: Playback): TemplateResult {
  const { act, names } = view;
  const { isPlaying } = playback;
  return html`<div class="replay-controls">
    ${scrubBar({ playback, names, seek: view.seek })}
    <div class="replay-row">
      <div class="replay-group">
        ${iconButton("previous", t("previous"), () => act("previous"))}
        ${iconButton("back", t("back"), () => act("frameBack"))}
        ${iconButton(isPlaying ? "pause" : "play", t(isPlaying ? "pause" : "play"), () => act("play"), "replay-play")}
        ${iconButton("forward", t("forward"), () => act("frameOn"))} ${iconButton("next", t("next"), () => act("next"))}
      </div>
      <span class="replay-clock">
        ${t("clock", { at: clockText(playback.seconds), length: clockText(playback.length / TICKS_PER_SECOND) })}
      </span>
      <div class="replay-group">
        ${view.thinking === null ? nothing : thinkingButton(view.thinking, () => act("thinking"))}
        ${iconButton(view.isMuted ? "silent" : "loud", t(view.isMuted ? "unmute" : "mute"), () => act("sound"))}
        ${
          canFillScreen()
            ? iconButton(
                fillsScreen() ? "inward" : "outward",
                t(fillsScreen() ? "leaveFullScreen" : "fullScreen"),
                () => act("screen"),
              )
            : nothing
        }
      </div>
    </div>
  </div>`;
}

function thinkingButton({ isOn }: Thinking, act: () => void): TemplateResult {
  return html`<button
    class="tool replay-thinking"
    type="button"
    aria-pressed=${isOn}
    title=${t("thoughts")}
    @click=${act}
  >
    ${icon("thinking")}<span>${t("thoughts")}</span>
  </button>`;
}

function more(view: ReplayView, playback: Playback): TemplateResult {
  return html`<div class="replay-controls replay-more">
    ${choices(view, playback)}
    <p class="replay-said" role="status">
      ${
        view.copied === "done" ? t("copied") : view.copied === "failed" ? t("copyFailed", { link: view.link }) : nothing
      }
    </p>
    ${keyList(view.thinking !== null)}
    ${view.copy === null ? nothing : html`<a class="replay-open" href="/replay">${t("file.open")}</a>`}
  </div>`;
}

function choices(view: ReplayView, playback: Playback): TemplateResult {
  const { act, names, copy, download } = view;
  const { longest } = playback.film.marks;
  return html`<div class="replay-row replay-choices">
    ${viewChoice({ names, view: playback.view, setView: view.setView })}
    <label>
      <span>${t("speed")}</span>
      <select class="form-select" @change=${(event: Event) => view.setSpeed(SPEEDS[indexOf(event)]!)}>
        ${SPEEDS.map((one) => html`<option ?selected=${one === playback.speed}>${speedText(one)}</option>`)}
      </select>
    </label>
    <button class="btn btn-secondary" type="button" ?disabled=${longest === null} @click=${() => act("longest")}>
      ${longest === null ? t("longest") : t("longestHits", { count: longest.hits })}
    </button>
    ${copy === null ? nothing : html`<button class="btn btn-secondary" type="button" @click=${copy}>${t("copy")}</button>`}
    ${
      download === null
        ? nothing
        : html`<button class="btn btn-secondary" type="button" @click=${download}>${t("download")}</button>`
    }
  </div>`;
}

function indexOf(event: Event): number {
  return (event.target as HTMLSelectElement).selectedIndex;
}

function speedText(speed: Speed): string {
  return speed === 0.25 ? "¼×" : speed === 0.5 ? "½×" : `${speed}×`;
}

function keyList(thinks: boolean): TemplateResult {
  const rows: readonly (readonly [string, string])[] = [
    ["K", t("keys.play")],
    ["J L", t("keys.seek")],
    [", .", t("keys.frame")],
    ["P N", t("keys.rally")],
    ["R", t("keys.longest")],
    ["− +", t("keys.speed")],
    ["V", t("keys.view")],
    ...(thinks ? [["T", t("thoughts")] as const] : []),
    ["M", t("keys.sound")],
    ["F", t("keys.screen")],
  ];
  return html`<details class="replay-keys">
    <summary>${t("keys")}</summary>
    <dl>
      ${rows.map(
        ([keys, words]) =>
          html`<div>
            <dt>${keys.split(" ").map((key) => html`<kbd>${key}</kbd> `)}</dt>
            <dd>${words}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}
