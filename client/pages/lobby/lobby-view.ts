// How the lobby looks. What happens in it: lobby-page.ts.

import { repeat } from "lit/directives/repeat.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { MAX_SEARCH } from "../../../schema/lobby.ts";
import { MODES } from "../../../contract/modes.ts";
import type { Lobby, LobbyMatch, LobbyPerson } from "../../../sdk/read-lobby.ts";
import { avatar } from "../../ui/pictures/avatar.ts";
import { type ChallengeView, challengeView } from "./challenge-view.ts";
import { t } from "./words.ts";
import { statusView } from "../../ui/players/status.ts";
import { modeName } from "../../ui/components/modes.ts";

const PICTURE_SIZE = 44;

export interface LobbyView extends ChallengeView {
  readonly lobby: Lobby;
  readonly isReady: boolean;
  readonly hasMore: boolean;
  /** As typed so far. */
  readonly search: string;
  readonly trouble: string;
  /** Read aloud as it changes. */
  readonly said: string;
  /** Of the reader's own match, which goes on elsewhere or waits for them; null for none. */
  readonly ownRoomId: string | null;
  readonly isFriend: (playerId: string) => boolean;
  readonly type: (search: string) => void;
  readonly challenge: (person: LobbyPerson) => void;
}

export function lobbyView(view: LobbyView): TemplateResult {
  const { lobby, isReady, trouble, said, ownRoomId } = view;
  return html`<div class="lobby">
    <header class="lobby-head">
      <h1>${t("title")}</h1>
      <p class="quiet">${isReady ? t("here", { count: lobby.here }) : t("joining")}</p>
      <p class="visually-hidden" role="status">${said}</p>
      <p class="trouble" role="alert">${trouble}</p>
      ${ownRoomId === null ? nothing : ownMatch(ownRoomId)}
    </header>
    ${people(view)}
    <div class="lobby-side">${challenges(view)} ${matches(lobby)}</div>
  </div>`;
}

function ownMatch(roomId: string): TemplateResult {
  return html`<p class="panel lobby-own-match">
    ${t("matchOn")}
    <a class="btn btn-primary" href="/play/${encodeURIComponent(roomId)}">${t("toMatch")}</a>
  </p>`;
}

function challenges(view: LobbyView): TemplateResult | typeof nothing {
  const { challenges: all } = view.lobby;
  if (all.length === 0) return nothing;
  return html`<section class="panel lobby-challenges" aria-labelledby="lobby-challenges">
    <h2 id="lobby-challenges">${t("challenges")}</h2>
    <ul class="people">
      ${repeat(
        all,
        ({ id }) => id,
        (one) => challengeView(one, view),
      )}
    </ul>
  </section>`;
}

function people(view: LobbyView): TemplateResult {
  const { lobby, isReady, hasMore, search, type } = view;
  return html`<section class="panel lobby-people" aria-labelledby="lobby-people">
    <div class="lobby-people-head">
      <h2 id="lobby-people">${t("people")}</h2>
      <div class="lobby-search">
        <label class="visually-hidden" for="lobby-search">${t("search")}</label>
        <input
          class="form-control"
          id="lobby-search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          maxlength=${MAX_SEARCH}
          placeholder=${t("search")}
          .value=${search}
          @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
        />
      </div>
    </div>
    ${isReady && lobby.people.length === 0 ? html`<p class="quiet">${t(search === "" ? "alone" : "notFound")}</p>` : nothing}
    <ul class="people">
      ${inOrder(view).map((person) => personRow(view, person))}
    </ul>
    ${hasMore ? html`<p class="quiet lobby-more">${t("more")}</p>` : nothing}
  </section>`;
}

/** Friends, then those whom one could play with, then the rest; by name. */
function inOrder({ lobby, isFriend }: LobbyView): LobbyPerson[] {
  const rank = ({ id, status }: LobbyPerson): number => (isFriend(id) ? 0 : 2) + (status === "online" ? 0 : 1);
  return lobby.people.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

function personRow(view: LobbyView, person: LobbyPerson): TemplateResult {
  const { login, name, status } = person;
  return html`<li class="people-row">
    ${avatar(person, PICTURE_SIZE)}
    <span class="people-who">
      <span>
        ${login === null ? name : html`<a href="/player/${encodeURIComponent(login)}">${name}</a>`}
        ${mark(view, person)}
      </span>
      <span class="lobby-facts">${statusView({ status, lastSeenAt: null })} ${ratings(person)}</span>
    </span>
    <span class="people-actions">${challengeButton(view, person)}</span>
  </li>`;
}

function mark(view: LobbyView, { id, login }: LobbyPerson): TemplateResult | typeof nothing {
  if (login === null) return html`<span class="lobby-mark">${t("guest")}</span>`;
  return view.isFriend(id) ? html`<span class="lobby-mark lobby-friend">${t("friend")}</span>` : nothing;
}

function ratings({ ratings: all }: LobbyPerson): TemplateResult[] {
  return MODES.flatMap((mode) => {
    const seen = all[mode];
    if (seen === null) return [];
    const words = t(seen.provisional ? "ratingUncertain" : "rating", {
      mode: modeName(mode),
      rating: seen.rating,
    });
    const more = seen.provisional ? html`<span class="visually-hidden"> ${t("uncertain")}</span>` : nothing;
    return [html`<span class="lobby-rating">${words}${more}</span>`];
  });
}

function challengeButton(view: LobbyView, person: LobbyPerson): TemplateResult | typeof nothing {
  const { lobby, busy, challenge } = view;
  const { id, name, status, challenges: audience } = person;
  if (lobby.challenges.some(({ from, to, outcome }) => outcome === null && (from.id === id || to.id === id)))
    return html`<span class="quiet">${t("challenged")}</span>`;
  const mayI = audience === "everyone" || (audience === "friends" && view.isFriend(id));
  if (status !== "online" || !mayI) return nothing;
  return html`<button
    class="btn btn-secondary"
    type="button"
    aria-label=${t("challengeOf", { name })}
    ?disabled=${busy}
    @click=${() => challenge(person)}
  >
    ${t("challenge")}
  </button>`;
}

function matches({ matches: shown, live }: Lobby): TemplateResult {
  return html`<section class="panel lobby-matches" aria-labelledby="lobby-matches">
    <h2 id="lobby-matches">${t("matches")}</h2>
    ${shown.length === 0 ? html`<p class="quiet">${t("noMatches")}</p>` : nothing}
    <ul class="people">
      ${shown.map(matchRow)}
    </ul>
    ${
      live > shown.length
        ? html`<p class="quiet lobby-more">${t("moreMatches", { count: live - shown.length })}</p>`
        : nothing
    }
  </section>`;
}

function matchRow(match: LobbyMatch): TemplateResult {
  const { roomId, mode, ranked, players, score, watchers } = match;
  const [one = "", two = ""] = players.map(({ name }) => name);
  const played = mode === null ? "" : `${modeName(mode)} · `;
  const watched = watchers === 0 ? "" : ` · ${t("watchers", { count: watchers })}`;
  return html`<li class="people-row">
    <span class="people-who lobby-match">
      <span>
        ${player(players[0])} <span class="lobby-score">${score[0]} : ${score[1]}</span>
        ${player(players[1])}
      </span>
      <span class="quiet">${played}${t(ranked ? "terms.ranked" : "terms.casual")}${watched}</span>
    </span>
    <a class="btn btn-secondary" href="/watch/${encodeURIComponent(roomId)}" aria-label=${t("watchOf", { one, two })}
      >${t("watch")}</a
    >
  </li>`;
}

function player(one: LobbyMatch["players"][number] | undefined): TemplateResult {
  const rating = one?.rating ?? null;
  return html`<span>${one?.name ?? ""} ${rating === null ? nothing : html`<small>${rating}</small>`}</span>`;
}
