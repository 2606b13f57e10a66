// A challenge in the lobby, as the one whose page it is sees it: who asks whom, for what, how long it stands, what can be done.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { CHALLENGE_SECONDS, MAX_COUNTERS } from "../../../schema/challenges.ts";
import type { LobbyChallenge } from "../../../sdk/read-lobby.ts";
import { heading, isTheirTurn, otherOf, outcomeWords, termsWords } from "./challenge-words.ts";
import { type LobbyText, t } from "./words.ts";

export type ChallengeAct = "accept" | "decline" | "withdraw" | "counter";

export interface ChallengeView {
  /** Of the reader. */
  readonly playerId: string;
  readonly busy: boolean;
  readonly secondsLeft: (one: LobbyChallenge) => number;
  readonly act: (act: ChallengeAct, one: LobbyChallenge) => void;
}

/** For those who do not see beside whom it stands. */
const NAMED: Readonly<Record<ChallengeAct, LobbyText>> = {
  accept: "acceptOf",
  decline: "declineOf",
  withdraw: "withdrawOf",
  counter: "counterOf",
};

export function challengeView(one: LobbyChallenge, view: ChallengeView): TemplateResult {
  const { name } = otherOf(one, view.playerId);
  const isMine = isTheirTurn(one, view.playerId);
  return html`<li class="challenge ${isMine ? "challenge-mine" : ""}" tabindex="-1" data-challenge=${one.id}>
    <p class="challenge-who">${heading(one, view.playerId)}</p>
    <ul class="challenge-terms">
      ${termsWords(one.terms).map((words) => html`<li>${words}</li>`)}
    </ul>
    ${
      one.outcome === null
        ? html`${clock(view.secondsLeft(one))}
            <div class="people-actions">${isMine ? answers(one, view, name) : withdrawal(one, view, name)}</div>`
        : html`<p class="challenge-outcome">${outcomeWords(one, view.playerId)}</p>`
    }
  </li>`;
}

function clock(seconds: number): TemplateResult {
  const whole = Math.ceil(seconds);
  return html`<div class="challenge-clock">
    <progress max=${CHALLENGE_SECONDS} .value=${whole} aria-hidden="true"></progress>
    <span role="timer">${t("seconds", { count: whole })}</span>
  </div>`;
}

function answers(one: LobbyChallenge, view: ChallengeView, name: string): TemplateResult {
  return html`${button("accept", "btn-primary", one, view, name)}
  ${one.counters < MAX_COUNTERS ? button("counter", "btn-secondary", one, view, name) : nothing}
  ${button("decline", "btn-quiet", one, view, name)}`;
}

function withdrawal(one: LobbyChallenge, view: ChallengeView, name: string): TemplateResult {
  return button("withdraw", "btn-secondary", one, view, name);
}

function button(
  act: ChallengeAct,
  look: string,
  one: LobbyChallenge,
  view: ChallengeView,
  name: string,
): TemplateResult {
  return html`<button
    class="btn ${look}"
    type="button"
    aria-label=${t(NAMED[act], { name })}
    ?disabled=${view.busy}
    @click=${() => view.act(act, one)}
  >
    ${t(act)}
  </button>`;
}
