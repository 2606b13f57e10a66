// The start page: a name, and ways to play.

import { html, render, type TemplateResult } from "lit/html.js";
import { DEFAULT_RULES } from "../../../pong/rules.ts";
import type { Player } from "../../../schema/http/guests.ts";
import { askRatings, type RatingOfMode } from "../../../schema/http/ratings.ts";
import { askLive, type LiveMatchReply } from "../../../schema/http/spectating.ts";
import { invite, setUpTable, type TableReply } from "../../../schema/http/tables.ts";
import { Action } from "../../platform/action.ts";
import { call } from "../../platform/api.ts";
import { avatar } from "../../ui/pictures/avatar.ts";
import { foot } from "../../ui/components/frame.ts";
import { type Choice, choiceButton, choicePanel, type ChoicesView } from "./home-choices.ts";
import {
  acceptName,
  createCompanionField,
  createNameField,
  nameField,
  typeName,
} from "../../ui/components/name-field.ts";
import { focusName, speakName } from "../../ui/components/speak-name.ts";
import { topMatch } from "./top-match.ts";
import { NOBODY_WATCHES } from "../../ui/components/watching-form.ts";
import { tableDrawing } from "./table-drawing.ts";
import { wordmark } from "../../ui/components/wordmark.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";

const PICTURE_SIZE = 64;

export function openHome(context: PageContext): void {
  const home = new Home(context);
  home.show();
  context.announce(t("title.home"));
  context.visitor.subscribe(() => void home.fillName(), context.left);
  void home.fillName();
  void home.fillTop();
}

class Home {
  readonly #context: PageContext;
  readonly #name = createNameField();
  #rules = DEFAULT_RULES;
  readonly #companion = createCompanionField();
  /** An account plays under its own name. */
  #account: Player | null = null;
  #ratings: readonly RatingOfMode[] = [];
  #top: LiveMatchReply | null = null;
  #watching = NOBODY_WATCHES;
  #open: Choice | null = null;
  readonly #action: Action;

  constructor(context: PageContext) {
    this.#context = context;
    this.#action = new Action(() => this.show(), {
      fail: (error) => context.fail(error),
      refused({ code }) {
        if (code === "signedOut") context.visitor.forget();
        return null;
      },
    });
  }

  show(): void {
    if (this.#context.left.aborted) return;
    render(
      html`<page-top without-brand></page-top>
        <main class="home">
          <section class="home-start">
            <h1 class="home-brand">${wordmark()}</h1>
            <p class="home-claim">${t("home.claim")}</p>
            <p class="home-lead">${t("home.lead")}</p>
            ${this.#form()} ${topMatch(this.#top)}
          </section>
          <div class="home-picture">${tableDrawing()}</div>
          ${howToPlay()}
        </main>
        ${foot()}`,
      this.#context.root,
    );
  }

  /** In the background: the page is there at once, and a server that is away shows itself when it is needed. */
  async fillName(): Promise<void> {
    const player = await this.#context.visitor.load().catch(() => null);
    this.#account = player?.kind === "account" ? player : null;
    if (player !== null && this.#account === null && this.#name.text === "") typeName(this.#name, player.name);
    this.show();
  }

  /** What is on at this moment, if anything is. */
  async fillTop(): Promise<void> {
    const live = await call(askLive).catch(() => null);
    this.#top = live?.matches[0] ?? null;
    this.show();
  }

  /** Without them the modes are there all the same. */
  async #fillRatings(): Promise<void> {
    const login = this.#account?.login;
    if (!login) return;
    const reply = await call(askRatings, { params: { login } }).catch(() => null);
    if (reply !== null) this.#set(() => (this.#ratings = reply.ratings));
  }

  #form(): TemplateResult {
    const view = this.#choices();
    return html`<form class="home-form" novalidate @submit=${this.#playNow}>
      ${this.#account === null ? nameField(this.#name, () => this.show()) : playingAs(this.#account)}
      <div class="home-actions">
        <button class="btn btn-primary btn-lg" type="submit" ?disabled=${this.#action.isBusy}>
          ${t("home.playNow")}
        </button>
        ${choiceButton(view, "ranked", "home.ranked", "btn-secondary btn-lg")}
        ${choiceButton(view, "friend", "home.playFriend", "btn-secondary btn-lg")}
        ${choiceButton(view, "practice", "home.practice", "btn-secondary")}
        ${choiceButton(view, "keyboard", "home.keyboard", "btn-secondary")}
        <a class="btn btn-secondary" href="/lobby">${t("home.lobby")}</a>
      </div>
      ${choicePanel(view)}
      <p class="trouble" role="alert">${this.#action.trouble}</p>
    </form>`;
  }

  #choices(): ChoicesView {
    return {
      open: this.#open,
      busy: this.#action.isBusy,
      rules: this.#rules,
      companion: this.#companion,
      ratings: this.#account === null ? null : this.#ratings,
      toggle: (choice) => {
        this.#set(() => (this.#open = this.#open === choice ? null : choice));
        if (this.#open === "ranked") void this.#fillRatings();
      },
      watching: this.#watching,
      setWatching: (watching) => this.#set(() => (this.#watching = watching)),
      setRules: (rules) => this.#set(() => (this.#rules = rules)),
      changed: () => this.show(),
      playFriend: () =>
        void this.#beginTable(() => call(invite, { body: { rules: this.#rules, watching: this.#watching } })),
      practise: (level) =>
        void this.#beginTable(() => call(setUpTable, { body: { kind: "practice", level, rules: this.#rules } })),
      playKeyboard: () => {
        const companion = acceptName(this.#companion);
        if (companion === null) return this.show();
        void this.#beginTable(() => call(setUpTable, { body: { kind: "keyboard", companion, rules: this.#rules } }));
      },
    };
  }

  readonly #playNow = (event: Event): void => {
    event.preventDefault();
    void this.#begin(async () => this.#context.go("/waiting"));
  };

  #beginTable(make: () => Promise<TableReply>): Promise<void> {
    return this.#begin(async () => {
      const { roomId } = await make();
      this.#context.go(`/play/${encodeURIComponent(roomId)}`);
    });
  }

  /** Takes the name, then does what was asked for. */
  async #begin(act: () => Promise<void>): Promise<void> {
    const { visitor, root } = this.#context;
    await this.#action.run(async () => {
      if (this.#account !== null || (await speakName(this.#name, visitor))) await act();
      else focusName(root);
    });
  }

  #set(change: () => void): void {
    change();
    this.show();
  }
}

function playingAs(account: Player): TemplateResult {
  return html`<p class="home-you">
    ${avatar(account, PICTURE_SIZE)}
    <span>${t("home.playingAs")} <strong>${account.name}</strong></span>
  </p>`;
}

function howToPlay(): TemplateResult {
  return html`<section class="home-how" aria-labelledby="how">
    <h2 id="how">${t("home.how")}</h2>
    <ol>
      <li>${t("home.how.move")}</li>
      <li>${t("home.how.aim")}</li>
      <li>${t("home.how.win")}</li>
    </ol>
  </section>`;
}
