// The buttons in the corner of the match: sound, settings, the whole screen, the way out.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../../platform/i18n/translate.ts";

export interface ToolsView {
  readonly muted: boolean;
  /** Null where a page can't fill the screen. */
  readonly fillsScreen: boolean | null;
  readonly toggleSound: () => void;
  readonly openSettings: () => void;
  readonly toggleFullScreen: () => void;
}

const SPEAKER = "M4 9.5v5h3.5L12 19V5L7.5 9.5Z";
const SILENT = "M16 9.5 21 14.5M21 9.5 16 14.5";
const LOUD = "M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11";
const SLIDERS = "M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0";
const OUTWARD = "M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5";
const INWARD = "M4 9h5V4M20 9h-5V4M4 15h5v5M20 15h-5v5";
const DOOR = "M10 5H5v14h5M10 12h10M16 8l4 4-4 4";

export function tools(view: ToolsView): TemplateResult {
  const { fillsScreen } = view;
  return html`<div class="tools">
    <div class="tools-group">
      ${tool(t(view.muted ? "match.unmute" : "match.mute"), `${SPEAKER}${view.muted ? SILENT : LOUD}`, view.toggleSound)}
      ${tool(t("settings.title"), SLIDERS, view.openSettings)}
    </div>
    <div class="tools-group">
      ${
        fillsScreen === null
          ? nothing
          : tool(
              t(fillsScreen ? "match.leaveFullScreen" : "match.fullScreen"),
              fillsScreen ? INWARD : OUTWARD,
              view.toggleFullScreen,
            )
      }
      <a class="tool" href="/" aria-label=${t("match.leave")} title=${t("match.leave")}>${icon(DOOR)}</a>
    </div>
  </div>`;
}

function tool(label: string, path: string, act: () => void): TemplateResult {
  return html`<button class="tool" type="button" aria-label=${label} title=${label} @click=${act}>
    ${icon(path)}
  </button>`;
}

function icon(path: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
