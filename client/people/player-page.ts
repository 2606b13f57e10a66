// A player's page: who they are, what they have played, and what the visitor can do about them.

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import type { PlayerReply } from "../../schema/http/players.ts";
import type { People } from "../../schema/messages/people.ts";
import { Refused } from "../api.ts";
import { frame, panelPage } from "../components/frame.ts";
import { codeText, t } from "../i18n/translate.ts";
import type { Place } from "../place.ts";
import * as api from "./api.ts";
import { Attempts } from "./attempts.ts";
import { type Deed, inviteToMatch } from "./deeds.ts";
import type { LivePeople, PeopleListener } from "./live.ts";
import { type History, playedList } from "./played-list.ts";
import { playerCard } from "./player-view.ts";
import { say } from "./words.ts";

/** @param people tells live whether they are here */
export async function openPlayer(place: Place, people: LivePeople): Promise<void> {
  const login = place.params["login"] ?? "";
  const [visitor, player] = await Promise.all([place.visitor.load(), askWhoever(login)]);
  if (place.left.aborted) return;
  if (player === null) return showMissing(place);
  // One address for one page, whatever its letters were typed as.
  if (player.login !== login) history.replaceState(history.state, "", `/player/${encodeURIComponent(player.login)}`);
  const page = new PlayerPage(place, player, visitor?.kind === "account");
  page.show();
  place.arrive(t("title.page", { page: say("player.title", { name: player.name, login: player.login }) }));
  if (visitor?.kind === "account") people.follow([player.id], page, place.left);
  await Promise.all([page.showMore(), page.moderate(visitor?.role ?? "guest")]);
}

/** Null: nobody has this login name. */
async function askWhoever(login: string): Promise<PlayerReply | null> {
  try {
    return await api.askPlayer(login);
  } catch (error) {
    if (error instanceof Refused && error.code === "notFound") return null;
    throw error;
  }
}

function showMissing(place: Place): void {
  render(
    panelPage(
      html`<p class="big-number" aria-hidden="true">404</p>
        <h1>${say("player.none")}</h1>
        <p>${say("player.noneText")}</p>
        <div class="actions"><a class="btn btn-primary" href="/">${t("lost.home")}</a></div>`,
    ),
    place.root,
  );
  place.arrive(t("title.page", { page: say("player.none") }));
}

class PlayerPage implements PeopleListener {
  readonly #place: Place;
  readonly #attempts: Attempts;
  readonly #hasAccount: boolean;
  #player: PlayerReply;
  #history: History = { matches: [], next: null, trouble: "", busy: true };
  #moderation: TemplateResult | typeof nothing = nothing;

  constructor(place: Place, player: PlayerReply, hasAccount: boolean) {
    this.#place = place;
    this.#attempts = new Attempts(place, () => this.show());
    this.#player = player;
    this.#hasAccount = hasAccount;
  }

  show(): void {
    if (this.#place.left.aborted) return;
    const card = playerCard({
      player: this.#player,
      hasAccount: this.#hasAccount,
      busy: this.#attempts.busy,
      trouble: this.#attempts.trouble,
      act: (deed) => void this.#do(deed),
      invite: () => void this.#attempts.make(() => inviteToMatch(this.#place)),
    });
    render(
      frame(
        html`<div class="person-page">
          ${card} ${playedList(this.#history, () => void this.showMore())} ${this.#moderation}
        </div>`,
      ),
      this.#place.root,
    );
  }

  /** Live: they have come or gone, or may be seen no longer. */
  hearPeople(people: People): void {
    const seen = people.find(({ id }) => id === this.#player.id);
    if (seen === undefined) return;
    this.#player = { ...this.#player, status: seen.status, lastSeenAt: seen.lastSeenAt };
    this.show();
  }

  /** Live: something may have changed between the visitor and them. */
  hearFriends(): void {
    // A server that is away says so when it is needed.
    this.#reload().catch(() => undefined);
  }

  /** The next matches of the list. */
  async showMore(): Promise<void> {
    const before = this.#history;
    this.#history = { ...before, busy: true };
    this.show();
    try {
      const { matches, next } = await api.askPlayed(this.#player.login, before.next);
      this.#history = { matches: [...before.matches, ...matches], next, trouble: "", busy: false };
    } catch (error) {
      if (!(error instanceof Refused)) return this.#place.fail(error);
      this.#history = { ...before, trouble: codeText(error.code, error.values), busy: false };
    }
    this.show();
  }

  /** What moderators see is loaded for them alone. */
  async moderate(role: string): Promise<void> {
    if (role !== "moderator" && role !== "admin") return;
    const { ModerationPanel } = await import(/* webpackChunkName: "moderation" */ "./moderation-panel.ts");
    const panel = new ModerationPanel(role, this.#place.left, {
      player: () => this.#player,
      show: (view) => {
        this.#moderation = view;
        this.show();
      },
      reload: () => this.#reload(),
    });
    panel.show();
  }

  #do(deed: Deed): Promise<void> {
    return this.#attempts.make(async () => {
      if (await deed.act(this.#player, this.#place.left)) await this.#reload();
    });
  }

  async #reload(): Promise<void> {
    const player = await askWhoever(this.#player.login);
    if (player === null) return this.#place.reopen();
    this.#player = player;
    this.show();
  }
}
