// In place of the queue: the same player is already waiting somewhere else, or still in a match.

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { askLive } from "../../../schema/http/spectating.ts";
import { call } from "../../platform/api.ts";
import { panelPage } from "../../ui/components/frame.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { type QueueText, t } from "./words.ts";

export function showElsewhere(context: PageContext): void {
  const here = html`<button class="btn btn-primary" type="button" @click=${() => context.reopen()}>
    ${t("elsewhere.here")}
  </button>`;
  show(context, "elsewhere.title", "elsewhere.text", here);
}

/** @param playerId whose match it is; the way back is shown if the list of live matches has it */
export async function showPlaying(context: PageContext, playerId: string): Promise<void> {
  const live = await call(askLive).catch(() => null);
  if (context.left.aborted) return;
  const own = live?.matches.find(({ players }) => players.some(({ id }) => id === playerId));
  const back =
    own === undefined ? nothing : html`<a class="btn btn-primary" href="/play/${own.roomId}">${t("playing.back")}</a>`;
  show(context, "playing.title", "playing.text", back);
}

function show(context: PageContext, title: QueueText, text: QueueText, way: TemplateResult | typeof nothing): void {
  render(
    panelPage(
      html`<h1>${t(title)}</h1>
        <p>${t(text)}</p>
        <div class="actions">${way}<a class="btn btn-secondary" href="/">${t("common:result.home")}</a></div>`,
    ),
    context.root,
  );
  context.announce(t("common:title.page", { page: t(title) }));
}
