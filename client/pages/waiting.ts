// In line for an opponent: how many wait, for how long, and a way out. Who likes warms up against the computer meanwhile
// (match/warm-up.ts). Leads to the table once somebody is found.

import { html, render, type TemplateResult } from "lit/html.js";
import type { Player } from "../../schema/http/guests.ts";
import { Refused, setUpTable, Unreachable } from "../api.ts";
import { clockText } from "../clock-text.ts";
import { panelPage } from "../components/frame.ts";
import { codeText, t } from "../i18n/translate.ts";
import { warmMatchParts } from "../match/load-parts.ts";
import type { WarmUp } from "../match/warm-up.ts";
import type { Place } from "../place.ts";
import { showSignedOut } from "./signed-out.ts";
import { showStale } from "./stale.ts";

/** Between a friendly word and the end of a warm-up. */
const FAREWELL_SECONDS = 3;

export async function openWaiting(place: Place): Promise<void> {
  const player = await place.visitor.load();
  if (place.left.aborted) return;
  // Without a name there is no place in line.
  if (player === null) return place.go("/", "replace");
  const waiting = new Waiting(place, player);
  waiting.show();
  place.arrive(t("title.page", { page: t("waiting.title") }));
  await waiting.join();
  // The table is loaded while there is nothing else to do.
  warmMatchParts();
}

class Waiting {
  readonly #place: Place;
  readonly #player: Player;
  readonly #panelRoot = document.createElement("div");
  readonly #sinceMs = performance.now();
  readonly #second: ReturnType<typeof setInterval>;
  #people = 0;
  #busy = false;
  #trouble = "";
  #warmUp: WarmUp | null = null;
  /** Once an opponent is there: seconds until the warm-up ends. */
  #secondsLeft: number | null = null;

  constructor(place: Place, player: Player) {
    this.#place = place;
    this.#panelRoot.className = "page";
    place.root.append(this.#panelRoot);
    this.#player = player;
    this.#second = setInterval(() => this.#tick(), 1000);
    place.left.addEventListener("abort", () => {
      clearInterval(this.#second);
      this.#warmUp?.end();
    });
  }

  async join(): Promise<void> {
    const place = this.#place;
    const { openQueue } = await import("../../sdk/open-queue.ts");
    if (place.left.aborted) return;
    const queue = openQueue({
      url: location.origin,
      onWaiting: ({ people: count }) => {
        this.#people = count;
        this.show();
      },
      onPaired: (roomId) => this.#paired(roomId),
      onClosed: (reason) => {
        if (place.left.aborted) return;
        this.#clear();
        explainClosed(place, reason);
      },
    });
    place.left.addEventListener("abort", () => queue.cancel());
  }

  show(): void {
    if (this.#place.left.aborted) return;
    const time = clockText((performance.now() - this.#sinceMs) / 1000);
    if (this.#warmUp !== null) this.#warmUp.tell(this.#ribbon(time));
    else render(panelPage(this.#panel(time)), this.#panelRoot);
  }

  #panel(time: string): TemplateResult {
    return html`<div class="radar" aria-hidden="true"><span></span><span></span><span></span></div>
      <h1>${t("waiting.title")}</h1>
      <p aria-live="polite">${crowd(this.#people)}</p>
      <p class="waiting-time">${t("waiting.time", { time })}</p>
      <div class="actions">
        <button class="btn btn-primary" type="button" ?disabled=${this.#busy} @click=${() => void this.#begin()}>
          ${t("waiting.warmUp")}
        </button>
        <a class="btn btn-secondary" href="/">${t("waiting.cancel")}</a>
      </div>
      <p class="trouble" role="alert">${this.#trouble}</p>
      <p class="quiet">${t("waiting.friend")}</p>`;
  }

  #ribbon(time: string): TemplateResult {
    if (this.#secondsLeft !== null)
      return html`<p class="ribbon-found" role="alert">
        <span aria-hidden="true">${t("waiting.found", { seconds: this.#secondsLeft })}</span>
        <span class="visually-hidden">${t("waiting.found", { seconds: FAREWELL_SECONDS })}</span>
      </p>`;
    return html`<p>${t("waiting.warmUpText", { time })}</p>
      <button class="btn btn-secondary" type="button" @click=${() => this.#endWarmUp()}>
        ${t("waiting.stopWarmUp")}
      </button>`;
  }

  async #begin(): Promise<void> {
    this.#busy = true;
    this.#trouble = "";
    this.show();
    try {
      const [{ roomId }, { openWarmUp }] = await Promise.all([
        setUpTable({ kind: "warmUp", level: "medium" }),
        import("../match/warm-up.ts"),
      ]);
      if (this.#place.left.aborted) return;
      this.#warmUp = openWarmUp(this.#place, roomId, this.#player, () => this.#endWarmUp());
      this.#place.root.replaceChildren(...this.#warmUp.parts);
    } catch (error) {
      // Only the warm-up is lost: the place in line is kept.
      this.#trouble = error instanceof Refused ? codeText(error.code, error.values) : t("waiting.noWarmUp");
    }
    this.#busy = false;
    this.show();
  }

  /** Leaves the page to what is said instead. */
  #clear(): void {
    clearInterval(this.#second);
    this.#warmUp?.end();
    this.#place.root.replaceChildren();
  }

  #endWarmUp(): void {
    this.#warmUp?.end();
    this.#warmUp = null;
    this.#place.root.replaceChildren(this.#panelRoot);
    this.show();
  }

  #paired(roomId: string): void {
    const { left } = this.#place;
    const go = (): void => {
      if (left.aborted) return;
      this.#warmUp?.end();
      this.#warmUp = null;
      this.#place.go(`/play/${encodeURIComponent(roomId)}`, "replace");
    };
    if (this.#warmUp === null) return go();
    this.#warmUp.chime();
    this.#secondsLeft = FAREWELL_SECONDS;
    this.show();
    const timer = setTimeout(go, FAREWELL_SECONDS * 1000);
    left.addEventListener("abort", () => clearTimeout(timer));
  }

  #tick(): void {
    if (this.#secondsLeft !== null && this.#secondsLeft > 1) this.#secondsLeft--;
    this.show();
  }
}

/** @param people in line, oneself included; 0 while unknown */
function crowd(people: number): string {
  if (people === 0) return t("waiting.joining");
  return people === 1 ? t("waiting.alone") : t("waiting.people", { count: people });
}

function explainClosed(place: Place, reason: string): void {
  if (reason === "stale") showStale(place);
  else if (reason === "signedOut") showSignedOut(place);
  else place.fail(new Unreachable(reason));
}
