// The lobby: who is here, challenges and matches, live. With ?challenge=LOGIN it asks at once by which rules to challenge
// that player. A player who accepts or is accepted is taken to the table, in one of their tabs. How it looks: lobby-view.ts.

import "./lobby.scss";
import { render } from "lit/html.js";
import type { Terms } from "../../../schema/challenges.ts";
import type { Player } from "../../../schema/http/guests.ts";
import { MODE_RULES } from "../../../contract/modes.ts";
import { EMPTY_LOBBY, type LobbyChallenge } from "../../../sdk/read-lobby.ts";
import type { LobbySubscription } from "../../../sdk/open-lobby.ts";
import {
  acceptChallenge,
  challengePlayer,
  counterChallenge,
  declineChallenge,
  withdrawChallenge,
} from "../../../schema/http/challenges.ts";
import { askPlayer } from "../../../schema/http/players.ts";
import { Action } from "../../platform/action.ts";
import { call, Unreachable } from "../../platform/api.ts";
import { frame } from "../../ui/components/frame.ts";
import { NOBODY_WATCHES } from "../../ui/components/watching-form.ts";
import { askName } from "../../game/match/ask-name.ts";
import { browserClock } from "../../platform/browser-clock.ts";
import { warmMatchParts } from "../../game/match/load-parts.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { ActingTab } from "./acting-tab.ts";
import type { ChallengeAct } from "./challenge-view.ts";
import { otherOf } from "./challenge-words.ts";
import { HeardChallenges } from "./heard-challenges.ts";
import { lobbyView } from "./lobby-view.ts";
import { type AcceptedTable, ownRoom } from "./own-match.ts";
import { PageFocus } from "./page-focus.ts";
import { askTerms, type TermsQuestion } from "./terms-dialog.ts";
import { t } from "./words.ts";
import { showStale, showSignedOut } from "../../ui/components/reopening.ts";

/** After the last letter that is typed. */
const SEARCH_AFTER_MS = 250;
const FIRST_TERMS: Terms = { rules: MODE_RULES.classic, ranked: false, watching: NOBODY_WATCHES };

/** Somebody to be challenged. */
interface Whom {
  readonly id: string;
  readonly name: string;
  readonly login: string | null;
}

export async function openLobby(context: PageContext): Promise<void> {
  const player = await context.visitor.load();
  if (context.left.aborted) return;
  if (player === null) {
    const words = { title: t("askTitle"), lead: t("askLead"), go: t("askGo") };
    return askName(context, () => context.reopen(), words);
  }
  const page = new LobbyPage(context, player);
  page.show();
  context.announce(t("common:title.page", { page: t("title") }));
  await page.join();
  const login = new URLSearchParams(location.search).get("challenge");
  if (login !== null) await page.challengeLogin(login);
  // The table is loaded while there is nothing else to do.
  warmMatchParts();
}

class LobbyPage {
  readonly #context: PageContext;
  readonly #player: Player;
  readonly #action: Action;
  readonly #focus: PageFocus;
  readonly #tab = new ActingTab();
  readonly #challenges: HeardChallenges;
  #subscription: LobbySubscription | null = null;
  #search = "";
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #said = "";
  /** The challenge that other rules are being chosen for, and the dialog. */
  #countering: { readonly id: string; readonly dialog: HTMLDialogElement } | null = null;
  /** Accepted ones of which it is decided whether this tab goes to their table. */
  readonly #decided = new Set<string>();
  #accepted: AcceptedTable | null = null;
  #isLeaving = false;
  #terms = FIRST_TERMS;

  constructor(context: PageContext, player: Player) {
    this.#context = context;
    this.#player = player;
    this.#action = new Action(() => this.show(), { fail: (error) => context.fail(error) });
    this.#focus = new PageFocus(context.root);
    this.#challenges = new HeardChallenges(player.id);
    const second = setInterval(() => {
      if (this.#challenges.shown.some(({ outcome }) => outcome === null)) this.show();
    }, 1000);
    context.left.addEventListener("abort", () => {
      clearInterval(second);
      clearTimeout(this.#searchTimer);
      this.#tab.close();
    });
  }

  async join(): Promise<void> {
    const { left } = this.#context;
    const sdk = await import(/* webpackChunkName: "lobby" */ "../../../sdk/open-lobby.ts");
    if (left.aborted) return;
    const subscription = sdk.openLobby({
      url: location.origin,
      clock: browserClock,
      onChange: () => this.#hear(),
      onClosed: (because) => this.#closed(because),
    });
    this.#subscription = subscription;
    left.addEventListener("abort", () => subscription.close());
  }

  show(): void {
    if (this.#context.left.aborted) return;
    const subscription = this.#subscription;
    const lobby = { ...(subscription?.lobby ?? EMPTY_LOBBY), challenges: this.#challenges.shown };
    const view = lobbyView({
      playerId: this.#player.id,
      lobby,
      isReady: subscription?.isReady ?? false,
      hasMore: subscription?.hasMore ?? false,
      search: this.#search,
      busy: this.#action.isBusy,
      trouble: this.#action.trouble,
      said: this.#said,
      ownRoomId: this.#ownRoomId(),
      isFriend: (id) => subscription?.isFriend(id) ?? false,
      secondsLeft: (one) => subscription?.secondsLeft(one) ?? 0,
      type: (search) => this.#type(search),
      challenge: (person) => this.#challenge(person),
      act: (act, one) => void this.#act(act, one),
    });
    this.#focus.keep(() => render(frame(view), this.#context.root));
  }

  /** From a player's page. */
  async challengeLogin(login: string): Promise<void> {
    const ask = async (): Promise<void> => {
      const whom = await call(askPlayer, { params: { login } });
      if (this.#context.left.aborted) return;
      if (whom.isSelf) this.#action.trouble = t("challengeSelf");
      else this.#challenge(whom);
    };
    await this.#action.run(ask, {
      refused: ({ code }) => (code === "notFound" ? t("unknownPlayer", { login }) : null),
    });
  }

  #ownRoomId(): string | null {
    const { lobby = EMPTY_LOBBY } = this.#subscription ?? {};
    return this.#isLeaving ? null : ownRoom(lobby, this.#player.id, this.#accepted);
  }

  #hear(): void {
    const { isReady = false, lobby = EMPTY_LOBBY } = this.#subscription ?? {};
    const announcement = this.#challenges.hear(isReady ? lobby.challenges : []);
    if (this.#isTakenAway()) return;
    if (announcement !== "") this.#said = announcement;
    // What lies under a dialog is not read aloud.
    this.#endCountering();
    const { asking } = this.#challenges;
    const calm = t(this.#ownRoomId() === null ? "title" : "matchOn");
    document.title = t("common:title.page", {
      page: asking === undefined ? calm : t("titleWaiting", { name: otherOf(asking, this.#player.id).name }),
    });
    this.show();
  }

  /** Whether this is the tab that goes to a table. */
  #isTakenAway(): boolean {
    for (const one of this.#challenges.accepted) {
      const { id, roomId } = one;
      if (this.#decided.has(id)) continue;
      this.#decided.add(id);
      this.#accepted = { challengeId: id, roomId, opponentId: otherOf(one, this.#player.id).id };
      if (!this.#tab.goes(id, document.visibilityState === "visible")) continue;
      this.#leaveFor(roomId);
      return true;
    }
    return false;
  }

  /** No other rules can be suggested any more: its row shows the outcome. */
  #endCountering(): void {
    if (this.#countering === null || this.#challenges.waitsForAnswer(this.#countering.id)) return;
    this.#focus.toChallenge(this.#countering.id);
    this.#countering.dialog.close();
  }

  #type(search: string): void {
    this.#search = search;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => this.#subscription?.search(search), SEARCH_AFTER_MS);
    this.show();
  }

  #challenge(whom: Whom): void {
    const question = {
      title: t("dialog.title", { name: whom.name }),
      go: t("dialog.send"),
      terms: this.#terms,
      mayRank: this.#player.kind === "account" && whom.login !== null,
      failed: (error: unknown) => this.#context.fail(error),
      send: async (terms: Terms) => {
        // The next one begins with what was chosen last.
        this.#terms = terms;
        const { id } = await call(challengePlayer, { body: { player: { id: whom.id }, ...terms } });
        this.#tab.act(id);
        this.#focus.toChallenge(id);
      },
    };
    this.#ask(question);
  }

  #counter(one: LobbyChallenge): void {
    const { name } = otherOf(one, this.#player.id);
    const question = {
      title: t("dialog.counterTitle", { name }),
      go: t("dialog.offer"),
      terms: one.terms,
      mayRank: one.from.login !== null && one.to.login !== null,
      failed: (error: unknown) => this.#context.fail(error),
      send: async (terms: Terms) => {
        this.#tab.act(one.id);
        await call(counterChallenge, { params: { id: one.id }, body: terms });
        this.#focus.toChallenge(one.id);
      },
    };
    this.#countering = { id: one.id, dialog: this.#ask(question) };
  }

  #ask(question: TermsQuestion): HTMLDialogElement {
    // What was said about something else.
    this.#action.trouble = "";
    this.show();
    const dialog = askTerms(question, this.#context.left);
    dialog.addEventListener("close", () => {
      if (this.#countering?.dialog === dialog) this.#countering = null;
      this.show();
      this.#focus.find();
    });
    return dialog;
  }

  async #act(act: ChallengeAct, one: LobbyChallenge): Promise<void> {
    if (act === "counter") return this.#counter(one);
    const pressed = document.activeElement;
    const { id } = one;
    await this.#action.run(() => {
      if (act === "accept") return this.#accept(id);
      return this.#challenges.end(id, () =>
        call(act === "decline" ? declineChallenge : withdrawChallenge, { params: { id } }),
      );
    });
    // It could not be pressed meanwhile, so it has lost the focus.
    if (this.#action.trouble !== "" && pressed instanceof HTMLElement) pressed.focus();
    this.#focus.find();
  }

  async #accept(id: string): Promise<void> {
    this.#tab.act(id);
    const { roomId } = await call(acceptChallenge, { params: { id } });
    this.#leaveFor(roomId);
  }

  #leaveFor(roomId: string): void {
    if (this.#isLeaving || this.#context.left.aborted) return;
    this.#isLeaving = true;
    this.#context.go(`/play/${encodeURIComponent(roomId)}`);
  }

  #closed(because: string): void {
    if (this.#context.left.aborted) return;
    if (because === "stale") showStale(this.#context);
    else if (because === "signedOut") showSignedOut(this.#context);
    else this.#context.fail(new Unreachable(because));
  }
}
