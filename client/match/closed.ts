// The server has closed the line to a table, or never opened it: why, and what to do about it.

import { html, render, type TemplateResult } from "lit/html.js";
import type { Stakes } from "../../schema/modes.ts";
import type { ClosedReason } from "../../schema/rooms.ts";
import { askMatch, Unreachable } from "../api.ts";
import { panelPage } from "../components/frame.ts";
import { t, type TextKey } from "../i18n/translate.ts";
import { showSignedOut } from "../pages/signed-out.ts";
import { showStale } from "../pages/stale.ts";
import type { Place } from "../place.ts";
import { waitingPath } from "../queue-address.ts";
import { matchNote, recall } from "../remember.ts";

export interface ClosedTable {
  readonly roomId: string;
  /** What was to be played for; null: the server has not said. */
  readonly stakes: Stakes | null;
}

export async function showClosed(place: Place, table: ClosedTable, reason: ClosedReason): Promise<void> {
  switch (reason) {
    case "stale":
      return showStale(place);
    case "signedOut":
      return showSignedOut(place);
    case "full":
      return show(place, "full.title", "full.text", playNow());
    case "elsewhere":
      return show(place, "elsewhere.title", "elsewhere.text", again(place, "elsewhere.here"));
    case "flood":
      return show(place, "flood.title", "flood.text", again(place, "broken.reload"));
    case "gone":
      return showGone(place, table.roomId);
    case "noShow":
      return show(place, "noShow.title", "noShow.text", anotherOpponent(table.stakes));
    case "unreachable":
      return place.fail(new Unreachable(reason));
    case "needsAccount":
    case "paused":
    case "playing":
      // Said in line, never at a table.
      return place.fail(new Error(reason));
  }
}

/** The table is gone: over and written down, cut short, or never there. */
async function showGone(place: Place, roomId: string): Promise<void> {
  const matchId = recall(matchNote(roomId));
  const reply = matchId === "" ? null : await askMatch(matchId);
  if (place.left.aborted) return;
  if (reply?.status === "finished") place.go(`/match/${encodeURIComponent(matchId)}`, "replace");
  else if (reply?.status === "interrupted") show(place, "record.interrupted", "record.interruptedText", playNow());
  else show(place, "gone.title", "gone.text", playNow());
}

function show(place: Place, title: TextKey, text: TextKey, action: TemplateResult): void {
  render(
    panelPage(
      html`<h1>${t(title)}</h1>
        <p>${t(text)}</p>
        <div class="actions">${action}</div>`,
    ),
    place.root,
  );
  place.arrive(t("title.page", { page: t(title) }));
}

function playNow(): TemplateResult {
  return html`<a class="btn btn-primary" href="/">${t("record.again")}</a>`;
}

/** In the line that this match would have come from; whoever was challenged finds others in the lobby. */
function anotherOpponent(stakes: Stakes | null): TemplateResult {
  const queue = { mode: stakes?.mode ?? "classic", ranked: stakes?.ranked ?? false };
  return html`<a class="btn btn-primary" href=${waitingPath(queue)}>${t("noShow.again")}</a>
    <a class="btn btn-secondary" href="/lobby">${t("menu.lobby")}</a>
    <a class="btn btn-secondary" href="/">${t("result.home")}</a>`;
}

function again(place: Place, key: TextKey): TemplateResult {
  return html`<button class="btn btn-primary" type="button" @click=${() => place.reopen()}>${t(key)}</button>
    <a class="btn btn-secondary" href="/">${t("result.home")}</a>`;
}
