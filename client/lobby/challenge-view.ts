// A challenge in the lobby, as the one whose page it is sees it: who asks whom, for what, how long it stands, what can be done.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { CHALLENGE_SECONDS, type ChallengeOutcome, MAX_COUNTERS } from "../../schema/challenges.ts";
import type { LobbyChallenge } from "../../sdk/read-lobby.ts";
import { type LobbyText, say, termsWords } from "./words.ts";

export type ChallengeAct = "accept" | "decline" | "withdraw" | "counter";

export interface ChallengeView {
  /** Of the reader. */
  readonly playerId: string;
  readonly busy: boolean;
  readonly secondsLeft: (one: LobbyChallenge) => number;
  readonly act: (act: ChallengeAct, one: LobbyChallenge) => void;
}

const OUTCOMES: Readonly<Record<ChallengeOutcome, LobbyText>> = {
  accepted: "outcome.accepted",
  declined: "outcome.declined",
  withdrawn: "outcome.withdrawn",
  expired: "outcome.expired",
  busy: "outcome.busy",
  failed: "outcome.failed",
};
/** For those who do not see beside whom it stands. */
const NAMED: Readonly<Record<ChallengeAct, LobbyText>> = {
  accept: "acceptOf",
  decline: "declineOf",
  withdraw: "withdrawOf",
  counter: "counterOf",
};

/** The other one. */
export function otherOf({ from, to }: LobbyChallenge, playerId: string): LobbyChallenge["from"] {
  return from.id === playerId ? to : from;
}

/** Whether it waits for the reader. */
export function isTheirTurn({ from, to, turn, outcome }: LobbyChallenge, playerId: string): boolean {
  return outcome === null && (turn === "from" ? from : to).id === playerId;
}

export function challengeView(one: LobbyChallenge, view: ChallengeView): TemplateResult {
  const { name } = otherOf(one, view.playerId);
  const isMine = isTheirTurn(one, view.playerId);
  return html`<li class="challenge ${isMine ? "challenge-mine" : ""}">
    <p class="challenge-who">${heading(one, view.playerId)}</p>
    <ul class="challenge-terms">
      ${termsWords(one.terms).map((words) => html`<li>${words}</li>`)}
    </ul>
    ${
      one.outcome === null
        ? html`${clock(view.secondsLeft(one))}
            <div class="people-actions">${isMine ? answers(one, view, name) : withdrawal(one, view, name)}</div>`
        : html`<p class="challenge-outcome">${say(OUTCOMES[one.outcome], { name })}</p>`
    }
  </li>`;
}

/** In one sentence. */
export function heading(one: LobbyChallenge, playerId: string): string {
  const { name } = otherOf(one, playerId);
  const isTurn = (one.turn === "from" ? one.from : one.to).id === playerId;
  const isCountered = one.counters > 0;
  const words: LobbyText = isTurn
    ? isCountered
      ? "turn.countered"
      : "turn.incoming"
    : isCountered
      ? "turn.offered"
      : "turn.asked";
  return say(words, { name });
}

function clock(seconds: number): TemplateResult {
  const whole = Math.ceil(seconds);
  return html`<div class="challenge-clock">
    <progress max=${CHALLENGE_SECONDS} .value=${whole} aria-hidden="true"></progress>
    <span role="timer">${say("seconds", { count: whole })}</span>
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
    aria-label=${say(NAMED[act], { name })}
    ?disabled=${view.busy}
    @click=${() => view.act(act, one)}
  >
    ${say(act)}
  </button>`;
}
