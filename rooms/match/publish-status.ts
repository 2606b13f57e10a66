// A MatchStatus into the room's synced state. Only fields that differ are written, so only they travel.

import type { MatchStatus } from "../../schema/match-status.ts";
import { MatchState, SeatState } from "../../schema/match-state.ts";
import { writeChanged } from "../write-changed.ts";

export function createMatchState(status: MatchStatus): MatchState {
  const state = new MatchState();
  for (const points of status.score) state.score.push(points);
  for (const _ of status.seats) state.seats.push(new SeatState());
  publishStatus(state, status);
  return state;
}

export function publishStatus(state: MatchState, status: MatchStatus): void {
  const { seats, score, rules, mode, ...flat } = status;
  writeChanged(state, { ...flat, mode: mode ?? "", pointsToWin: rules.pointsToWin, twoClear: rules.twoClear });
  for (const [seat, points] of score.entries()) {
    if (state.score[seat] !== points) state.score[seat] = points;
  }
  for (const [seat, one] of seats.entries()) writeChanged(state.seats[seat]!, one);
}
