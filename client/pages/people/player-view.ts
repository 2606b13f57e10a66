// How a player's page looks. What happens on it: player-page.ts.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { PlayerReply } from "../../../schema/http/players.ts";
import { avatar } from "../../ui/pictures/avatar.ts";
import { ADD, BLOCK, type PersonAction, FRIENDSHIP_ACTIONS, UNBLOCK } from "./actions.ts";
import { countryName, flag } from "../../platform/i18n/countries.ts";
import { dayText, percentText } from "../../platform/i18n/formats.ts";
import { ROLE_WORDS } from "./match-words.ts";
import { t } from "./words.ts";
import { statusView } from "../../ui/players/status.ts";
import { personTabs } from "../../ui/players/player-address.ts";

const PICTURE_SIZE = 128;

export interface PlayerView {
  readonly player: PlayerReply;
  /** The visitor has an account. */
  readonly hasAccount: boolean;
  readonly busy: boolean;
  /** What went wrong, in words. */
  readonly trouble: string;
  readonly act: (action: PersonAction) => void;
  readonly invite: () => void;
}

export function playerCard(view: PlayerView): TemplateResult {
  const { player, trouble } = view;
  return html`<section class="panel person" aria-labelledby="person">
    ${personTabs(player.login, "profile")}
    <div class="person-head">
      ${avatar(player, PICTURE_SIZE)}
      <div class="person-who">
        <h1 id="person">${player.name}</h1>
        <p class="person-login">
          ${player.login}
          ${player.role === "player" ? nothing : html`<span class="tag">${t(ROLE_WORDS[player.role])}</span>`}
        </p>
        <p class="person-status" aria-live="polite">${statusView(player)}</p>
      </div>
    </div>
    ${player.about === "" ? nothing : html`<p class="person-about" dir="auto">${player.about}</p>`}
    <ul class="person-facts">
      ${
        player.country === null
          ? nothing
          : html`<li><span aria-hidden="true">${flag(player.country)}</span> ${countryName(player.country)}</li>`
      }
      <li>${t("player.since", { date: dayText(player.createdAt) })}</li>
    </ul>
    ${recordView(player)} ${actions(view)}
    ${player.blocked ? html`<p class="quiet">${t("block.isBlocked", { name: player.name })}</p>` : nothing}
    <p class="trouble" role="alert">${trouble}</p>
  </section>`;
}

function recordView({ record }: PlayerReply): TemplateResult | typeof nothing {
  if (record === null) return nothing;
  const { played, won } = record;
  return html`<dl class="person-record" aria-label=${t("player.record")}>
    <div>
      <dt>${t("player.played")}</dt>
      <dd>${played}</dd>
    </div>
    <div>
      <dt>${t("player.won")}</dt>
      <dd>${won}</dd>
    </div>
    ${
      played === 0
        ? nothing
        : html`<div>
            <dt>${t("player.share")}</dt>
            <dd>${percentText(won / played)}</dd>
          </div>`
    }
  </dl>`;
}

function actions({ player, hasAccount, busy, act, invite }: PlayerView): TemplateResult {
  if (player.isSelf)
    return html`<div class="actions"><a class="btn btn-secondary" href="/account">${t("player.edit")}</a></div>`;
  const offered = [
    ...(player.mayBefriend ? [ADD] : FRIENDSHIP_ACTIONS[player.friendship]),
    ...(hasAccount ? [player.blocked ? UNBLOCK : BLOCK] : []),
  ];
  return html`<div class="actions">
    ${player.mayChallenge && player.status === "online" ? challengeLink(player) : nothing}
    ${
      player.mayChallenge
        ? html`<button
            class="btn btn-secondary"
            type="button"
            title=${t("friend.inviteHint")}
            ?disabled=${busy}
            @click=${invite}
          >
            ${t("friend.invite")}
          </button>`
        : nothing
    }
    ${offered.map((action) => actionButton(action, busy, () => act(action)))} ${hasAccount ? nothing : signInLink()}
  </div>`;
}

function challengeLink({ login, friendship }: PlayerReply): TemplateResult {
  return html`<a class="btn ${friendship === "friends" ? "btn-primary" : "btn-secondary"}" href=${challengePath(login)}
    >${t("friend.challenge")}</a
  >`;
}

/** Where an account that is here is asked by which rules to play. */
export function challengePath(login: string): string {
  return `/lobby?challenge=${encodeURIComponent(login)}`;
}

/** @param about whom, for those who do not see beside whom it stands */
export function actionButton(action: PersonAction, busy: boolean, act: () => void, about?: string): TemplateResult {
  const words = t(action.words);
  return html`<button
    class="btn ${action.style === "text" ? "btn-quiet" : `btn-${action.style}`}"
    type="button"
    aria-label=${about === undefined ? nothing : t("friends.of", { action: words, name: about })}
    ?disabled=${busy}
    @click=${act}
  >
    ${words}
  </button>`;
}

function signInLink(): TemplateResult {
  return html`<a class="btn btn-secondary" href="/sign-in?to=${encodeURIComponent(location.pathname)}"
    >${t("player.signIn")}</a
  >`;
}
