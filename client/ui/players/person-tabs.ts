// The way between the pages about one player.

import { html, type TemplateResult } from "lit/html.js";
import { type PlayersText, t } from "./words.ts";

const TABS = {
  profile: { words: "tabs.profile", end: "" },
  figures: { words: "tabs.figures", end: "/figures" },
} as const satisfies Record<string, { words: PlayersText; end: string }>;

export function personTabs(login: string, current: keyof typeof TABS): TemplateResult {
  return html`<nav class="person-tabs" aria-label=${t("tabs.title")}>
    ${Object.entries(TABS).map(
      ([name, { words, end }]) =>
        html`<a href="/player/${encodeURIComponent(login)}${end}" aria-current=${name === current ? "page" : "false"}
          >${t(words)}</a
        >`,
    )}
  </nav>`;
}
