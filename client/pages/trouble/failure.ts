// What is shown in place of a page: there is none at the address; or it cannot go on, as the server is away, the page is older than
// the server, or there is a bug of ours.

import { html, render } from "lit/html.js";
import { askMe } from "../../../schema/http/guests.ts";
import { call, Unreachable } from "../../platform/api.ts";
import { panelPage } from "../../ui/components/frame.ts";
import { t, type TextKey } from "../../platform/i18n/translate.ts";
import { type PageContext, NoGraphics } from "../../platform/page-context.ts";
import { reporter } from "../../platform/report/page-reporter.ts";
import { showUnreachable } from "./unreachable.ts";
import { showStale } from "../../ui/components/reopening.ts";

/** Shows `error` in place of the page that it ended. */
export function openFailure(context: PageContext, error: unknown): void {
  if (error instanceof Unreachable) showUnreachable(context);
  else if (isMissingChunk(error)) void explainMissingChunk(context);
  else if (error instanceof NoGraphics) showBroken(context, "graphics.title", "graphics.text");
  else {
    console.error(error);
    reporter.caught(error);
    showBroken(context, "broken.title", "bug");
  }
}

/** A part of the page that would not load: webpack names its error so. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof Error && error.name === "ChunkLoadError";
}

/** A server that answers, but no longer has our files, is a newer one. */
async function explainMissingChunk(context: PageContext): Promise<void> {
  try {
    await call(askMe);
    showStale(context);
  } catch {
    showUnreachable(context);
  }
}

function showBroken(context: PageContext, title: TextKey, text: TextKey): void {
  render(
    panelPage(
      html`<h1>${t(title)}</h1>
        <p>${t(text)}</p>
        <div class="actions">
          <button class="btn btn-primary" type="button" @click=${() => location.reload()}>${t("broken.reload")}</button>
        </div>`,
    ),
    context.root,
  );
  context.announce(t("title.page", { page: t(title) }));
}

export function openLost(context: PageContext): void {
  render(
    panelPage(
      html`<p class="big-number" aria-hidden="true">404</p>
        <h1>${t("lost.title")}</h1>
        <p>${t("lost.text")}</p>
        <div class="actions"><a class="btn btn-primary" href="/">${t("lost.home")}</a></div>`,
    ),
    context.root,
  );
  context.announce(t("title.page", { page: t("lost.title") }));
}
