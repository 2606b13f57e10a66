// What is shown when a page cannot go on: the server is away, the page is older than the server, or a bug of ours.

import { html, render } from "lit/html.js";
import { askMe, Unreachable } from "../api.ts";
import { panelPage } from "../components/frame.ts";
import { t, type TextKey } from "../i18n/translate.ts";
import { NoGraphics } from "../no-graphics.ts";
import type { Place } from "../place.ts";
import { reporter } from "../report/page-reporter.ts";
import { showStale } from "./stale.ts";
import { showUnreachable } from "./unreachable.ts";

/** Shows `error` in place of the page that it ended. */
export function openFailure(place: Place, error: unknown): void {
  if (error instanceof Unreachable) showUnreachable(place);
  else if (isMissingChunk(error)) void explainMissingChunk(place);
  else if (error instanceof NoGraphics) showBroken(place, "graphics.title", "graphics.text");
  else {
    console.error(error);
    reporter.caught(error);
    showBroken(place, "broken.title", "bug");
  }
}

/** A part of the page that would not load: webpack names its error so. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof Error && error.name === "ChunkLoadError";
}

/** A server that answers, but no longer has our files, is a newer one. */
async function explainMissingChunk(place: Place): Promise<void> {
  try {
    await askMe();
    showStale(place);
  } catch {
    showUnreachable(place);
  }
}

function showBroken(place: Place, title: TextKey, text: TextKey): void {
  render(
    panelPage(
      html`<h1>${t(title)}</h1>
        <p>${t(text)}</p>
        <div class="actions">
          <button class="btn btn-primary" type="button" @click=${() => location.reload()}>${t("broken.reload")}</button>
        </div>`,
    ),
    place.root,
  );
  place.arrive(t("title.page", { page: t(title) }));
}
