// Watching a match: /watch/ROOM that table's, one match after the other; /watch the top match of the moment, and then the next.

import "../replay/replay.scss";
import "./watch.scss";
import { html, render } from "lit/html.js";
import type { LiveReply, WatchReply } from "../../schema/http/watching.ts";
import type { FilmView } from "../../sdk/film.ts";
import { WatchSession } from "../../sdk/watch-session.ts";
import { Refused, request } from "../api.ts";
import { frame, panelPage } from "../components/frame.ts";
import { t } from "../i18n/translate.ts";
import { askName } from "../match/ask-name.ts";
import { browserClock } from "../match/browser-clock.ts";
import { NoGraphics } from "../no-graphics.ts";
import type { Place } from "../place.ts";
import type { openTable } from "../scene/open-table.ts";
import type { Sound } from "../sound/open-sound.ts";
import { mutedNote, recall } from "../remember.ts";
import { Reel } from "../replay/reel.ts";
import { readSettings } from "../settings.ts";
import { LiveSource } from "./live-source.ts";
import { watchTemplate } from "./watch-view.ts";
import { say, type WatchText } from "./words.ts";

/** While nobody plays, or the match that was shown is over: between two looks for another one. */
const LOOK_MS = 5_000;

export async function openWatch(place: Place): Promise<void> {
  const player = await place.visitor.load();
  if (place.left.aborted) return;
  if (player === null) {
    const words = { title: say("askTitle"), lead: say("askLead"), go: say("askGo") };
    return askName(place, () => place.reopen(), words);
  }
  const room = place.params["room"];
  if (room === undefined) await watchTop(place);
  else await watchRoom(place, room, false);
}

/** The page opens anew for each match: whoever has left it is not shown another one. */
async function watchTop(place: Place): Promise<void> {
  const { matches } = await request<LiveReply>("GET", "/api/live");
  if (place.left.aborted) return;
  const [top] = matches;
  if (top !== undefined) return watchRoom(place, top.roomId, true);
  render(
    panelPage(
      html`<h1>${say("top")}</h1>
        <p role="status">${say("none")}</p>
        <div class="actions"><a class="btn btn-primary" href="/">${t("record.again")}</a></div>`,
    ),
    place.root,
  );
  place.arrive(t("title.page", { page: say("top") }));
  soon(place, () => void watchTop(place).catch((error: unknown) => place.fail(error)));
}

async function watchRoom(place: Place, tableId: string, isTop: boolean): Promise<void> {
  render(
    frame(
      html`<section class="replay" aria-label=${say("title")}><p class="replay-note">${say("joining")}</p></section>`,
    ),
    place.root,
  );
  place.arrive(t("title.page", { page: say("title") }));
  let roomId: string;
  try {
    ({ roomId } = await request<WatchReply>("POST", `/api/live/${encodeURIComponent(tableId)}/watch`, {}));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return isTop ? soon(place, () => place.reopen()) : showClosed(place, "closed.gone");
  }
  const [table, sounds] = await Promise.all([import("../scene/open-table.ts"), import("../sound/open-sound.ts")]);
  if (!place.left.aborted) new Stand(place, isTop).open(roomId, table.openTable, sounds.openSound());
}

function soon(place: Place, act: () => void): void {
  const timer = setTimeout(() => {
    if (!place.left.aborted) act();
  }, LOOK_MS);
  place.left.addEventListener("abort", () => clearTimeout(timer));
}

function showClosed(place: Place, words: WatchText): void {
  if (place.left.aborted) return;
  render(
    panelPage(
      html`<h1>${say("title")}</h1>
        <p role="alert">${say(words)}</p>
        <div class="actions">
          <button class="btn btn-primary" type="button" @click=${() => place.reopen()}>${say("again")}</button>
          <a class="btn btn-secondary" href="/watch">${say("another")}</a>
        </div>`,
    ),
    place.root,
  );
}

class Stand {
  readonly #place: Place;
  readonly #isTop: boolean;
  readonly #host: HTMLElement;
  #session!: WatchSession;
  #source!: LiveSource;
  #score = "";
  #isOver = false;

  constructor(place: Place, isTop: boolean) {
    this.#place = place;
    this.#isTop = isTop;
    this.#host = place.root.querySelector<HTMLElement>(".replay")!;
    this.#host.replaceChildren();
  }

  open(roomId: string, open: typeof openTable, sound: Sound): void {
    const { left } = this.#place;
    this.#session = new WatchSession({
      url: location.origin,
      roomId,
      clock: browserClock,
      changed: () => this.#show(),
      closed: (because) => this.#closed(because),
    });
    left.addEventListener("abort", () => {
      this.#session.close();
      sound.close();
    });
    sound.volumes = readSettings().volumes;
    sound.muted = recall(mutedNote) === "yes";
    // Browsers let nothing sound before a gesture.
    this.#host.addEventListener("pointerdown", () => sound.resume());
    this.#source = new LiveSource(this.#session);
    this.#show();
    const reel = new Reel({
      canvas: this.#host.querySelector("canvas")!,
      source: this.#source,
      openTable: open,
      sound,
      left,
      drawn: () => this.#drawn(),
      failed: (error) =>
        this.#place.fail(error instanceof NoGraphics ? error : new Error("watching", { cause: error })),
    });
    reel.start();
  }

  #drawn(): void {
    const score = this.#session.score.join();
    if (score === this.#score) return;
    this.#score = score;
    this.#show();
  }

  #show(): void {
    if (this.#place.left.aborted) return;
    const session = this.#session;
    const setView = (view: FilmView): void => {
      this.#source.view = view;
      this.#show();
    };
    render(watchTemplate({ session, view: this.#source.view, isTop: this.#isTop, setView }), this.#host);
    // Once it has been looked at for a moment, the next one.
    if (this.#isTop && session.over !== null && !this.#isOver) {
      this.#isOver = true;
      soon(this.#place, () => this.#place.reopen());
    }
  }

  #closed(because: string): void {
    if (this.#place.left.aborted || this.#session.over !== null) return;
    if (this.#isTop) soon(this.#place, () => this.#place.reopen());
    else
      showClosed(this.#place, because === "full" ? "closed.full" : because === "gone" ? "closed.gone" : "closed.lost");
  }
}
