// In the queue: how many are waiting, for how long, and a way out. Players can warm up against the computer meanwhile
// (warm-up.ts), or play it instead. Once an opponent is found, both have to accept (found-dialog.ts); then it is off to the table.

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import type { Queue } from "../../../sdk/open-queue.ts";
import type { Player } from "../../../schema/http/guests.ts";
import type { Cooldown, ProposalMessage, QueueName, Waiting as QueueSnapshot } from "../../../schema/queues.ts";
import { MODE_RULES } from "../../../contract/modes.ts";
import { setUpTable } from "../../../schema/http/tables.ts";
import { Action } from "../../platform/action.ts";
import { call, Unreachable } from "../../platform/api.ts";
import { clockText } from "../../platform/i18n/formats.ts";
import { panelPage } from "../../ui/components/frame.ts";
import { warmMatchParts } from "../../game/match/load-parts.ts";
import type { WarmUp } from "../../game/match/warm-up.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { showElsewhere, showPlaying } from "./busy-pages.ts";
import { readSettings } from "../../platform/settings.ts";
import { FoundDialog } from "./found-dialog.ts";
import { showCooldown } from "./cooldown-page.ts";
import { t } from "./words.ts";
import { modeName, queueOf } from "../../ui/components/modes.ts";
import { showStale, showSignedOut } from "../../ui/components/reopening.ts";

/** After so long, the computer is offered instead. */
const OFFER_AFTER_SECONDS = 20;

export async function openWaiting(context: PageContext): Promise<void> {
  const player = await context.visitor.load();
  if (context.left.aborted) return;
  // Without a name there is no place in the queue.
  const queue = queueOf(context.params["mode"]);
  if (player === null || queue === null) return context.go("/", "replace");
  const waiting = new Waiting(context, player, queue);
  waiting.show();
  context.announce(t("common:title.page", { page: t("waiting.title") }));
  await waiting.join();
  // The table is loaded while there is nothing else to do.
  warmMatchParts();
}

class Waiting {
  readonly #context: PageContext;
  readonly #player: Player;
  readonly #panelRoot = document.createElement("div");
  readonly #sinceMs = performance.now();
  readonly #second: ReturnType<typeof setInterval>;
  readonly #name: QueueName;
  #queue: Queue | null = null;
  #snapshot: QueueSnapshot = { people: 0, expectedSeconds: null };
  #found: FoundDialog | null = null;
  /** What happened to the last proposal. */
  #status = "";
  /** With the computer: only that is lost where it fails, the place in the queue is kept. */
  readonly #action = new Action(() => this.show(), { unreachable: () => t("waiting.noWarmUp") });
  #warmUp: WarmUp | null = null;

  constructor(context: PageContext, player: Player, name: QueueName) {
    this.#context = context;
    this.#name = name;
    this.#panelRoot.className = "page";
    context.root.append(this.#panelRoot);
    this.#player = player;
    this.#second = setInterval(() => this.show(), 1000);
    context.left.addEventListener("abort", () => {
      clearInterval(this.#second);
      this.#warmUp?.end();
    });
  }

  async join(): Promise<void> {
    const context = this.#context;
    const { openQueue } = await import("../../../sdk/open-queue.ts");
    if (context.left.aborted) return;
    const queue = openQueue({
      url: location.origin,
      queue: this.#name,
      watchDelaySeconds: readSettings().watchDelaySeconds,
      onWaiting: (snapshot) => {
        this.#snapshot = snapshot;
        this.show();
      },
      onProposal: (proposal) => this.#ask(proposal),
      onAnswered: (count) => this.#found?.answered(count),
      onUnpaired: () => {
        this.#status = t("found.none");
        this.#endFound();
      },
      onPaired: (roomId) => this.#paired(roomId),
      onClosed: (reason, pause) => {
        this.#endFound();
        if (context.left.aborted) return;
        this.#clear();
        explainClosed(context, this.#player.id, reason, pause);
      },
    });
    this.#queue = queue;
    context.left.addEventListener("abort", () => queue.cancel());
  }

  show(): void {
    if (this.#context.left.aborted) return;
    const seconds = (performance.now() - this.#sinceMs) / 1000;
    const time = clockText(seconds);
    if (this.#warmUp !== null) this.#warmUp.tell(this.#ribbon(time));
    else render(panelPage(this.#panel(time, seconds > OFFER_AFTER_SECONDS)), this.#panelRoot);
  }

  #panel(time: string, offersComputer: boolean): TemplateResult {
    const { people, expectedSeconds } = this.#snapshot;
    return html`<div class="radar" aria-hidden="true"><span></span><span></span><span></span></div>
      <h1>${t("waiting.title")}</h1>
      <p class="waiting-queue">${queueText(this.#name)}</p>
      <p aria-live="polite">${this.#status} ${crowd(people, this.#name.ranked)}</p>
      <p class="waiting-time">${t("waiting.time", { time })}</p>
      ${
        expectedSeconds === null
          ? nothing
          : html`<p class="quiet">${t("waiting.expected", { time: clockText(expectedSeconds) })}</p>`
      }
      <div class="actions">
        <button
          class="btn btn-primary"
          type="button"
          ?disabled=${this.#action.isBusy}
          @click=${() => void this.#action.run(() => this.#begin())}
        >
          ${t("waiting.warmUp")}
        </button>
        ${
          offersComputer
            ? html`<button
                class="btn btn-secondary"
                type="button"
                ?disabled=${this.#action.isBusy}
                @click=${() => void this.#action.run(() => this.#playComputer())}
              >
                ${t("waiting.computer")}
              </button>`
            : nothing
        }
        <a class="btn btn-secondary" href="/">${t("waiting.cancel")}</a>
      </div>
      <p class="trouble" role="alert">${this.#action.trouble}</p>
      <p class="quiet">${t("waiting.friend")}</p>`;
  }

  #ribbon(time: string): TemplateResult {
    return html`<p>${t("waiting.warmUpText", { time })}</p>
      <button class="btn btn-secondary" type="button" @click=${() => this.#endWarmUp()}>
        ${t("waiting.stopWarmUp")}
      </button>`;
  }

  async #begin(): Promise<void> {
    const [{ roomId }, { openWarmUp }] = await Promise.all([
      call(setUpTable, { body: { kind: "warmUp", level: "fair" } }),
      import("../../game/match/warm-up.ts"),
    ]);
    if (this.#context.left.aborted) return;
    this.#warmUp = openWarmUp(this.#context, roomId, this.#player, () => this.#endWarmUp());
    this.#context.root.replaceChildren(...this.#warmUp.parts);
  }

  /** Leaves the page to what is said instead. */
  #clear(): void {
    clearInterval(this.#second);
    this.#warmUp?.end();
    this.#context.root.replaceChildren();
  }

  #endWarmUp(): void {
    this.#warmUp?.end();
    this.#warmUp = null;
    this.#context.root.replaceChildren(this.#panelRoot);
    this.show();
  }

  #ask(proposal: ProposalMessage): void {
    const { left } = this.#context;
    if (left.aborted) return;
    this.#status = "";
    this.#endFound();
    this.#warmUp?.chime();
    this.#found = new FoundDialog({
      proposal,
      left,
      accept: () => this.#queue?.accept(),
      decline: () => this.#queue?.decline(),
    });
  }

  #endFound(): void {
    this.#found?.close();
    this.#found = null;
    this.show();
  }

  #paired(roomId: string): void {
    this.#endFound();
    this.#leaveFor(roomId);
  }

  #leaveFor(roomId: string): void {
    if (this.#context.left.aborted) return;
    this.#warmUp?.end();
    this.#warmUp = null;
    this.#context.go(`/play/${encodeURIComponent(roomId)}`, "replace");
  }

  /** Leaves the queue for a table against the computer. */
  async #playComputer(): Promise<void> {
    const { roomId } = await call(setUpTable, {
      body: { kind: "practice", level: "fair", rules: MODE_RULES[this.#name.mode] },
    });
    this.#queue?.cancel();
    this.#leaveFor(roomId);
  }
}

/** @param people in the queue, oneself included; 0 while unknown */
function crowd(people: number, ranked: boolean): string {
  if (people === 0) return t("waiting.joining");
  if (people > 1) return t("waiting.people", { count: people });
  // A ranked opponent has to be about as strong, so the next to come need not be it.
  return t(ranked ? "waiting.aloneRanked" : "waiting.alone");
}

function queueText({ mode, ranked }: QueueName): string {
  return t(ranked ? "waiting.ranked" : "waiting.casual", { mode: modeName(mode) });
}

function explainClosed(context: PageContext, playerId: string, reason: string, pause: Cooldown | null): void {
  if (reason === "stale") showStale(context);
  else if (reason === "signedOut") showSignedOut(context);
  else if (reason === "elsewhere") showElsewhere(context);
  else if (reason === "playing") void showPlaying(context, playerId);
  else if (pause !== null) showCooldown(context, pause);
  else if (reason === "needsAccount") context.go("/sign-in?to=%2F", "replace");
  else context.fail(new Unreachable(reason));
}
