// Watching a match: /watch/ROOM that table's, one match after the other; /watch the top match of the moment, and then the next.

import "../replay/replay.scss";
import "./spectate.scss";
import { html, render } from "lit/html.js";
import { askLive, openSpectating } from "../../../schema/http/spectating.ts";
import type { FilmView } from "../../../sdk/film.ts";
import { SpectateSession } from "../../../sdk/spectate-session.ts";
import { call, Refused } from "../../platform/api.ts";
import { frame, panelPage } from "../../ui/components/frame.ts";
import { askName } from "../../game/match/ask-name.ts";
import { browserClock } from "../../platform/browser-clock.ts";
import { type PageContext, NoGraphics } from "../../platform/page-context.ts";
import type { openTable } from "../../game/scene/open-table.ts";
import type { Sound } from "../../game/sound/open-sound.ts";
import { mutedNote, recall } from "../../platform/remember.ts";
import { Reel } from "../replay/reel.ts";
import { readSettings } from "../../platform/settings.ts";
import { LiveSource } from "./live-source.ts";
import { watchTemplate } from "./spectate-view.ts";
import { t, type WatchText } from "./words.ts";

/** While nobody plays, or the match that was shown is over: between two looks for another one. */
const LOOK_MS = 5_000;

export async function openWatch(context: PageContext): Promise<void> {
  const player = await context.visitor.load();
  if (context.left.aborted) return;
  if (player === null) {
    const words = { title: t("askTitle"), lead: t("askLead"), go: t("askGo") };
    return askName(context, () => context.reopen(), words);
  }
  const room = context.params["room"];
  if (room === undefined) await watchTop(context);
  else await watchRoom(context, room, false);
}

/** The page reopens for each match: nobody who has left it is shown another one. */
async function watchTop(context: PageContext): Promise<void> {
  const { matches } = await call(askLive);
  if (context.left.aborted) return;
  const [top] = matches;
  if (top !== undefined) return watchRoom(context, top.roomId, true);
  render(
    panelPage(
      html`<h1>${t("top")}</h1>
        <p role="status">${t("none")}</p>
        <div class="actions"><a class="btn btn-primary" href="/">${t("common:record.again")}</a></div>`,
    ),
    context.root,
  );
  context.announce(t("common:title.page", { page: t("top") }));
  soon(context, () => void watchTop(context).catch((error: unknown) => context.fail(error)));
}

async function watchRoom(context: PageContext, tableId: string, isTop: boolean): Promise<void> {
  render(
    frame(html`<section class="replay" aria-label=${t("title")}><p class="replay-note">${t("joining")}</p></section>`),
    context.root,
  );
  context.announce(t("common:title.page", { page: t("title") }));
  // What draws it is loaded first: a room that was opened for us waits for some seconds only.
  const [table, sounds] = await Promise.all([
    import("../../game/scene/open-table.ts"),
    import("../../game/sound/open-sound.ts"),
  ]);
  let roomId: string;
  try {
    ({ roomId } = await call(openSpectating, { params: { room: tableId } }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return isTop ? soon(context, () => context.reopen()) : showClosed(context, "closed.gone");
  }
  if (!context.left.aborted) new Stand(context, isTop).open(roomId, table.openTable, sounds.openSound());
}

function soon(context: PageContext, act: () => void): void {
  const timer = setTimeout(() => {
    if (!context.left.aborted) act();
  }, LOOK_MS);
  context.left.addEventListener("abort", () => clearTimeout(timer));
}

function showClosed(context: PageContext, words: WatchText): void {
  if (context.left.aborted) return;
  render(
    panelPage(
      html`<h1>${t("title")}</h1>
        <p role="alert">${t(words)}</p>
        <div class="actions">
          <button class="btn btn-primary" type="button" @click=${() => context.reopen()}>${t("again")}</button>
          <a class="btn btn-secondary" href="/watch">${t("another")}</a>
        </div>`,
    ),
    context.root,
  );
}

class Stand {
  readonly #context: PageContext;
  readonly #isTop: boolean;
  readonly #host: HTMLElement;
  #session!: SpectateSession;
  #source!: LiveSource;
  #score = "";
  #isOver = false;

  constructor(context: PageContext, isTop: boolean) {
    this.#context = context;
    this.#isTop = isTop;
    this.#host = context.root.querySelector<HTMLElement>(".replay")!;
    this.#host.replaceChildren();
  }

  open(roomId: string, open: typeof openTable, sound: Sound): void {
    const { left } = this.#context;
    this.#session = new SpectateSession({
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
        this.#context.fail(error instanceof NoGraphics ? error : new Error("watching", { cause: error })),
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
    if (this.#context.left.aborted) return;
    const session = this.#session;
    const setView = (view: FilmView): void => {
      this.#source.view = view;
      this.#show();
    };
    render(watchTemplate({ session, view: this.#source.view, isTop: this.#isTop, setView }), this.#host);
    // Once it has been looked at for a moment, the next one.
    if (this.#isTop && session.over !== null && !this.#isOver) {
      this.#isOver = true;
      soon(this.#context, () => this.#context.reopen());
    }
  }

  #closed(because: string): void {
    if (this.#context.left.aborted || this.#session.over !== null) return;
    if (this.#isTop) soon(this.#context, () => this.#context.reopen());
    else
      showClosed(
        this.#context,
        because === "full" ? "closed.full" : because === "gone" ? "closed.gone" : "closed.lost",
      );
  }
}
