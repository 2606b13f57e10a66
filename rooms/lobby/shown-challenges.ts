// The challenges in the lobby's state, each for the pages of its two players alone.

import type { StateView } from "@colyseus/schema";
import { ChallengeState, type LobbyState } from "../../schema/lobby-state.ts";
import { writeChanged } from "../synced-state.ts";
import type { Challenge } from "./challenges.ts";

export class ShownChallenges {
  readonly #state: LobbyState;

  constructor(state: LobbyState) {
    this.#state = state;
  }

  /** @param views of the pages of both that are open */
  tell(one: Challenge, views: readonly StateView[]): void {
    const before = this.#state.challenges.get(one.id);
    if (before === undefined && views.length === 0) return;
    const state = before ?? new ChallengeState();
    writeChanged(state, fieldsOf(one));
    if (before !== undefined) return;
    this.#state.challenges.set(one.id, state);
    for (const view of views) view.add(state);
  }

  /** A page has joined, of a player whom these concern. */
  greet(view: StateView, ones: readonly Challenge[]): void {
    for (const one of ones) {
      const state = this.#state.challenges.get(one.id);
      if (state === undefined) this.tell(one, [view]);
      else view.add(state);
    }
  }

  forget(id: string): void {
    this.#state.challenges.delete(id);
  }
}

function fieldsOf({ from, to, terms, turn, counters, untilMs, outcome, roomId }: Challenge): Partial<ChallengeState> {
  const { rules, ranked, watching } = terms;
  return {
    fromId: from.id,
    fromName: from.name,
    fromLogin: from.login ?? "",
    toId: to.id,
    toName: to.name,
    toLogin: to.login ?? "",
    pointsToWin: rules.pointsToWin,
    twoClear: rules.twoClear,
    ranked,
    isPublic: watching.isPublic,
    delaySeconds: watching.delaySeconds,
    turn,
    counters,
    untilMs,
    outcome: outcome ?? "",
    roomId: roomId ?? "",
  };
}
