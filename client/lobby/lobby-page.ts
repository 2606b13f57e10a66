// The lobby: who is here, what is asked of whom, what is on, live. With ?challenge=LOGIN it asks at once by which rules to challenge
// that player. Whoever is accepted, or accepts, is taken to the table. How it looks: lobby-view.ts.

import "./lobby.scss";
import { render } from "lit/html.js";
import type { Terms } from "../../schema/challenges.ts";
import type { Player } from "../../schema/http/guests.ts";
import { MODE_RULES } from "../../schema/modes.ts";
import { EMPTY_LOBBY, type LobbyChallenge } from "../../sdk/read-lobby.ts";
import type { LobbyLine } from "../../sdk/open-lobby.ts";
import { Unreachable } from "../api.ts";
import { frame } from "../components/frame.ts";
import { NOBODY_WATCHES } from "../components/watching-form.ts";
import { t } from "../i18n/translate.ts";
import { askName } from "../match/ask-name.ts";
import { browserClock } from "../match/browser-clock.ts";
import { warmMatchParts } from "../match/load-parts.ts";
import { showSignedOut } from "../pages/signed-out.ts";
import { showStale } from "../pages/stale.ts";
import { askPlayer } from "../people/api.ts";
import { Attempts } from "../people/attempts.ts";
import type { Place } from "../place.ts";
import * as api from "./api.ts";
import { type ChallengeAct, heading, isTheirTurn, otherOf } from "./challenge-view.ts";
import { lobbyView } from "./lobby-view.ts";
import { askTerms } from "./terms-dialog.ts";
import { say } from "./words.ts";

/** After the last letter that is typed. */
const SEARCH_AFTER_MS = 250;
const FIRST_TERMS: Terms = { rules: MODE_RULES.classic, ranked: false, watching: NOBODY_WATCHES };

/** Somebody to be challenged. */
interface Whom {
  readonly id: string;
  readonly name: string;
  readonly login: string | null;
}

export async function openLobby(place: Place): Promise<void> {
  const player = await place.visitor.load();
  if (place.left.aborted) return;
  if (player === null) {
    const words = { title: say("askTitle"), lead: say("askLead"), go: say("askGo") };
    return askName(place, () => place.reopen(), words);
  }
  const page = new LobbyPage(place, player);
  page.show();
  place.arrive(t("title.page", { page: say("title") }));
  await page.join();
  const login = new URLSearchParams(location.search).get("challenge");
  if (login !== null) await page.challengeLogin(login);
  // The table is loaded while there is nothing else to do.
  warmMatchParts();
}

class LobbyPage {
  readonly #place: Place;
  readonly #player: Player;
  readonly #attempts: Attempts;
  #line: LobbyLine | null = null;
  #search = "";
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  /** Challenges that were open while this page was: what comes of others is not news. */
  readonly #seenOpen = new Set<string>();
  /** Those that the player has ended here: they know. */
  readonly #ended = new Set<string>();
  #said = "";
  #isLeaving = false;
  #terms = FIRST_TERMS;

  constructor(place: Place, player: Player) {
    this.#place = place;
    this.#player = player;
    this.#attempts = new Attempts(place, () => this.show());
    const second = setInterval(() => {
      if (this.#challenges().some(({ outcome }) => outcome === null)) this.show();
    }, 1000);
    place.left.addEventListener("abort", () => {
      clearInterval(second);
      clearTimeout(this.#searchTimer);
    });
  }

  async join(): Promise<void> {
    const { left } = this.#place;
    const sdk = await import(/* webpackChunkName: "lobby" */ "../../sdk/open-lobby.ts");
    if (left.aborted) return;
    const line = sdk.openLobby({
      url: location.origin,
      clock: browserClock,
      onChange: () => this.#hear(),
      onClosed: (because) => this.#closed(because),
    });
    this.#line = line;
    left.addEventListener("abort", () => line.close());
  }

  show(): void {
    if (this.#place.left.aborted) return;
    const line = this.#line;
    const lobby = { ...(line?.lobby ?? EMPTY_LOBBY), challenges: this.#challenges() };
    render(
      frame(
        lobbyView({
          playerId: this.#player.id,
          lobby,
          isReady: line?.isReady ?? false,
          hasMore: line?.hasMore ?? false,
          search: this.#search,
          busy: this.#attempts.busy,
          trouble: this.#attempts.trouble,
          said: this.#said,
          isFriend: (id) => line?.isFriend(id) ?? false,
          secondsLeft: (one) => line?.secondsLeft(one) ?? 0,
          type: (search) => this.#type(search),
          challenge: (person) => this.#challenge(person),
          act: (act, one) => void this.#act(act, one),
        }),
      ),
      this.#place.root,
    );
  }

  /** From a player's page. */
  async challengeLogin(login: string): Promise<void> {
    await this.#attempts.make(async () => {
      const whom = await askPlayer(login);
      if (!this.#place.left.aborted && !whom.isSelf) this.#challenge(whom);
    });
  }

  /** Those that concern this page. */
  #challenges(): LobbyChallenge[] {
    const all = this.#line?.isReady === true ? this.#line.lobby.challenges : [];
    return all.filter(({ id, outcome }) => outcome === null || (this.#seenOpen.has(id) && !this.#ended.has(id)));
  }

  #hear(): void {
    const { id } = this.#player;
    for (const one of this.#line?.lobby.challenges ?? []) if (one.outcome === null) this.#seenOpen.add(one.id);
    const mine = this.#challenges();
    const accepted = mine.find(({ outcome, roomId }) => outcome === "accepted" && roomId !== null);
    if (accepted !== undefined) return this.#leaveFor(accepted.roomId!);
    const asking = mine.find((one) => isTheirTurn(one, id));
    this.#said = asking === undefined ? "" : heading(asking, id);
    document.title = t("title.page", {
      page: asking === undefined ? say("title") : say("titleWaiting", { name: otherOf(asking, id).name }),
    });
    this.show();
  }

  #type(search: string): void {
    this.#search = search;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => this.#line?.search(search), SEARCH_AFTER_MS);
    this.show();
  }

  #challenge(whom: Whom): void {
    const question = {
      title: say("dialog.title", { name: whom.name }),
      go: say("dialog.send"),
      terms: this.#terms,
      mayRank: this.#player.kind === "account" && whom.login !== null,
      failed: (error: unknown) => this.#place.fail(error),
      send: async (terms: Terms) => {
        // The next one begins with what was chosen last.
        this.#terms = terms;
        await api.challengePlayer(whom.id, terms);
      },
    };
    askTerms(question, this.#place.left);
  }

  #counter(one: LobbyChallenge): void {
    const { name } = otherOf(one, this.#player.id);
    const question = {
      title: say("dialog.counterTitle", { name }),
      go: say("dialog.offer"),
      terms: one.terms,
      mayRank: one.from.login !== null && one.to.login !== null,
      failed: (error: unknown) => this.#place.fail(error),
      send: async (terms: Terms) => void (await api.counter(one.id, terms)),
    };
    askTerms(question, this.#place.left);
  }

  async #act(act: ChallengeAct, one: LobbyChallenge): Promise<void> {
    if (act === "counter") return this.#counter(one);
    await this.#attempts.make(async () => {
      if (act === "accept") {
        const { roomId } = await api.accept(one.id);
        return this.#leaveFor(roomId);
      }
      await (act === "decline" ? api.decline(one.id) : api.withdraw(one.id));
      this.#ended.add(one.id);
    });
  }

  #leaveFor(roomId: string): void {
    if (this.#isLeaving || this.#place.left.aborted) return;
    this.#isLeaving = true;
    this.#place.go(`/play/${encodeURIComponent(roomId)}`);
  }

  #closed(because: string): void {
    if (this.#place.left.aborted) return;
    if (because === "stale") showStale(this.#place);
    else if (because === "signedOut") showSignedOut(this.#place);
    else this.#place.fail(new Unreachable(because));
  }
}
