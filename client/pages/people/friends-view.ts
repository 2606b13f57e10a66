// How the page of friends looks. What happens on it: friends-page.ts.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Friend, FriendsReply, ListedPlayer } from "../../../schema/http/friends.ts";
import { MAX_LOGIN_LENGTH } from "../../../schema/credentials.ts";
import { avatar } from "../../ui/pictures/avatar.ts";
import { ACCEPT, type PersonAction, REFUSE, REMOVE, UNBLOCK, WITHDRAW } from "./actions.ts";
import { challengePath, actionButton } from "./player-view.ts";
import { type PeopleText, t } from "./words.ts";
import { byStatus, statusView } from "../../ui/players/status.ts";

const PICTURE_SIZE = 48;

export interface FriendsView {
  readonly lists: FriendsReply;
  /** As typed so far. */
  readonly login: string;
  readonly busy: boolean;
  readonly said: string;
  readonly trouble: string;
  readonly type: (login: string) => void;
  readonly ask: () => void;
  readonly act: (action: PersonAction, whom: ListedPlayer) => void;
}

export function friendsView(view: FriendsView): TemplateResult {
  const { friends, incoming, outgoing } = view.lists;
  return html`<div class="friends-page">
    <h1 class="friends-title">${t("friends.title")}</h1>
    ${incoming.length === 0 ? nothing : requests(view, "friends.incoming", incoming, [ACCEPT, REFUSE])}
    ${friends.length === 0 ? empty() : friendList(view)}
    ${outgoing.length === 0 ? nothing : requests(view, "friends.outgoing", outgoing, [WITHDRAW])} ${askForm(view)}
    ${blockedList(view)}
  </div>`;
}

function empty(): TemplateResult {
  return html`<section class="panel friends-empty">
    <h2>${t("friends.empty")}</h2>
    <p class="quiet">${t("friends.emptyText")}</p>
  </section>`;
}

function friendList(view: FriendsView): TemplateResult {
  return html`<section class="panel friends" aria-labelledby="friends-yours">
    <h2 id="friends-yours">${t("friends.yours")}</h2>
    <ul class="people">
      ${byStatus(view.lists.friends).map((friend) => friendRow(view, friend))}
    </ul>
  </section>`;
}

function friendRow(view: FriendsView, friend: Friend): TemplateResult {
  return html`<li class="people-row">
    ${who(friend)}
    <span class="people-actions">
      ${friend.status === "online" && friend.login !== null ? challengeLink(friend.login, friend.name) : nothing}
      ${actionButton(REMOVE, view.busy, () => view.act(REMOVE, friend), friend.name)}
    </span>
  </li>`;
}

function challengeLink(login: string, name: string): TemplateResult {
  const words = t("friend.challenge");
  return html`<a
    class="btn btn-secondary"
    href=${challengePath(login)}
    aria-label=${t("friends.of", { action: words, name })}
    >${words}</a
  >`;
}

function requests(
  view: FriendsView,
  title: PeopleText,
  players: readonly ListedPlayer[],
  actions: readonly PersonAction[],
): TemplateResult {
  return html`<section class="panel friends" aria-label=${t(title)}>
    <h2>${t(title)}</h2>
    <ul class="people">
      ${players.map((player) => requestRow(view, player, actions))}
    </ul>
  </section>`;
}

function requestRow(view: FriendsView, player: ListedPlayer, actions: readonly PersonAction[]): TemplateResult {
  return html`<li class="people-row">
    ${who(player)}
    <span class="people-actions">
      ${actions.map((action) => actionButton(action, view.busy, () => view.act(action, player), player.name))}
    </span>
  </li>`;
}

function who(player: ListedPlayer & Partial<Pick<Friend, "status" | "lastSeenAt">>): TemplateResult {
  const { name, login, status = null, lastSeenAt = null } = player;
  return html`${avatar(player, PICTURE_SIZE)}
    <span class="people-who">
      ${login === null ? html`<span>${name}</span>` : html`<a href="/player/${encodeURIComponent(login)}">${name}</a>`}
      ${statusView({ status, lastSeenAt })}
    </span>`;
}

function askForm({ login, busy, said, trouble, type, ask }: FriendsView): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    ask();
  };
  return html`<section class="panel friends" aria-labelledby="friends-add">
    <h2 id="friends-add">${t("friends.add")}</h2>
    <form class="friends-ask" novalidate @submit=${send}>
      <div class="field">
        <label class="form-label" for="friend-login">${t("friends.login")}</label>
        <input
          class="form-control"
          id="friend-login"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          maxlength=${MAX_LOGIN_LENGTH}
          aria-describedby="friend-words"
          .value=${login}
          @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
        />
      </div>
      <button class="btn btn-primary" type="submit" ?disabled=${busy || login.trim() === ""}>
        ${t("friends.ask")}
      </button>
    </form>
    <p class="field-words" id="friend-words">${t("friends.hint")}</p>
    <p class="own" role="status">${said}</p>
    <p class="trouble" role="alert">${trouble}</p>
  </section>`;
}

function blockedList(view: FriendsView): TemplateResult | typeof nothing {
  const { blocked } = view.lists;
  if (blocked.length === 0) return nothing;
  return html`<details class="panel friends friends-blocked">
    <summary>${t("friends.blocked", { count: blocked.length })}</summary>
    <ul class="people">
      ${blocked.map((player) => requestRow(view, player, [UNBLOCK]))}
    </ul>
  </details>`;
}
