// The server has closed the connection to a table, or never opened it: why, and what to do about it.

import { html, render, type TemplateResult } from "lit/html.js";
import type { Stakes } from "../../../contract/modes.ts";
import type { ClosedReason } from "../../../schema/rooms.ts";
import { askMatch } from "../../../schema/http/matches.ts";
import { call, Unreachable } from "../../platform/api.ts";
import { panelPage } from "../../ui/components/frame.ts";
import { t, type TextKey } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { matchNote, recall } from "../../platform/remember.ts";
import { waitingPath } from "../../ui/components/modes.ts";
import { showStale, showSignedOut } from "../../ui/components/reopening.ts";

export interface ClosedTable {
  readonly roomId: string;
  /** What it was to be played for; null: unknown. */
  readonly stakes: Stakes | null;
}

export async function showClosed(context: PageContext, table: ClosedTable, reason: ClosedReason): Promise<void> {
  switch (reason) {
    case "stale":
      return showStale(context);
    case "signedOut":
      return showSignedOut(context);
    case "full":
      return show(context, "full.title", "full.text", playNow());
    case "elsewhere":
      return show(context, "elsewhere.title", "elsewhere.text", again(context, "elsewhere.here"));
    case "flood":
      return show(context, "flood.title", "flood.text", again(context, "broken.reload"));
    case "gone":
      return showGone(context, table.roomId);
    case "noShow":
      return show(context, "noShow.title", "noShow.text", anotherOpponent(table.stakes));
    case "unreachable":
      return context.fail(new Unreachable(reason));
    case "needsAccount":
    case "paused":
    case "playing":
      // Only in the queue, never at a table.
      return context.fail(new Error(reason));
  }
}

/** The table is gone: over and written down, cut short, or never there. */
async function showGone(context: PageContext, roomId: string): Promise<void> {
  const matchId = recall(matchNote(roomId));
  const reply = matchId === "" ? null : await call(askMatch, { params: { id: matchId } });
  if (context.left.aborted) return;
  if (reply?.status === "finished") context.go(`/match/${encodeURIComponent(matchId)}`, "replace");
  else if (reply?.status === "interrupted") show(context, "record.interrupted", "record.interruptedText", playNow());
  else show(context, "gone.title", "gone.text", playNow());
}

function show(context: PageContext, title: TextKey, text: TextKey, action: TemplateResult): void {
  render(
    panelPage(
      html`<h1>${t(title)}</h1>
        <p>${t(text)}</p>
        <div class="actions">${action}</div>`,
    ),
    context.root,
  );
  context.announce(t("title.page", { page: t(title) }));
}

function playNow(): TemplateResult {
  return html`<a class="btn btn-primary" href="/">${t("record.again")}</a>`;
}

/** In the queue that this match would have come from; challenged players find others in the lobby. */
function anotherOpponent(stakes: Stakes | null): TemplateResult {
  const queue = { mode: stakes?.mode ?? "classic", ranked: stakes?.ranked ?? false };
  return html`<a class="btn btn-primary" href=${waitingPath(queue)}>${t("noShow.again")}</a>
    <a class="btn btn-secondary" href="/lobby">${t("menu.lobby")}</a>
    <a class="btn btn-secondary" href="/">${t("result.home")}</a>`;
}

function again(context: PageContext, key: TextKey): TemplateResult {
  return html`<button class="btn btn-primary" type="button" @click=${() => context.reopen()}>${t(key)}</button>
    <a class="btn btn-secondary" href="/">${t("result.home")}</a>`;
}
