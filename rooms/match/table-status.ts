// The MatchStatus of a table while the table writes it, and what of it is written into the room's synced state.

import { idOf } from "../../pong/games.ts";
import { NOBODY } from "../../pong/world.ts";
import { type AiLevel, LEVELS } from "../../pong/ai/levels.ts";
import { MatchState, SeatState } from "../../schema/match-state.ts";
import type { MatchStatus, SeatStatus } from "../../schema/match-status.ts";
import { writeChanged } from "../synced-state.ts";
import { computerUplinkDelayMs } from "./computer.ts";
import { seatsByParticipant } from "./seats.ts";
import type { Ending, Match } from "./match.ts";
import type { TableOptions } from "./table-options.ts";

export type TableSeat = { -readonly [Field in keyof SeatStatus]: SeatStatus[Field] };

export type TableStatus = { -readonly [Field in Exclude<keyof MatchStatus, "seats" | "score">]: MatchStatus[Field] } & {
  readonly seats: TableSeat[];
  readonly score: number[];
};

/** A table that nobody has come to yet. The computer is always there, if it is to be. */
export function emptyTable({
  game,
  plan,
  stakes,
  invited,
}: Pick<TableOptions, "game" | "plan" | "stakes" | "invited">): TableStatus {
  const { rails } = game.court;
  const participants = seatsByParticipant(plan.kind, rails.length);
  const peoples = new Set(participants.flat());
  return {
    kind: plan.kind,
    isPaired: invited.length === participants.length,
    ...stakes,
    matchId: "",
    phase: "waiting",
    ...idOf(game),
    rules: game.rules,
    seats: rails.map(({ seat }) => ("level" in plan && !peoples.has(seat) ? computerSeat(plan.level) : emptySeat())),
    score: rails.map(() => 0),
    epoch: 0,
    epochTick: 0,
    pauseTick: 0,
    pausedBy: NOBODY,
    winner: NOBODY,
    endReason: "",
    watchers: 0,
  };
}

function emptySeat(): TableSeat {
  return {
    sitter: "nobody",
    playerId: "",
    name: "",
    rating: 0,
    connected: false,
    ready: false,
    wantsRematch: false,
    inactivity: "none",
    roundTripMs: 0,
    uplinkDelayMs: 0,
    quality: "unknown",
    graceUntilMs: 0,
  };
}

function computerSeat(level: AiLevel): TableSeat {
  const seat: TableSeat = { ...emptySeat(), sitter: "computer", connected: true, ready: true };
  publishLevel(seat, level);
  return seat;
}

/** Says on the computer's seat at which level it plays now. Whether that is another than before. */
export function publishLevel(seat: TableSeat, level: AiLevel): boolean {
  if (seat.name === level) return false;
  Object.assign(seat, { name: level, rating: LEVELS[level].rating, uplinkDelayMs: computerUplinkDelayMs(level) });
  return true;
}

/** Writes what is confirmed of a match: the score, whether the ball has been served, who is inactive. Whether anything changed. */
export function publishScore(status: TableStatus, match: Match): boolean {
  const { confirmed } = match.timeline;
  let changed = status.phase === "countdown" && confirmed.serves > 0;
  if (changed) status.phase = "playing";
  for (const [seat, one] of status.seats.entries()) {
    const inactivity = match.inactivity(seat);
    changed ||= one.inactivity !== inactivity || status.score[seat] !== confirmed.score[seat];
    one.inactivity = inactivity;
    status.score[seat] = confirmed.score[seat]!;
  }
  return changed;
}

/** A match begins, or a rematch. */
export function publishBegin(status: TableStatus, matchId: string, ranked: boolean): void {
  Object.assign(status, { matchId, ranked, phase: "countdown", winner: NOBODY, endReason: "" });
  status.score.fill(0);
  for (const seat of status.seats) Object.assign(seat, { wantsRematch: false, inactivity: "none" });
}

export function publishEnd(status: TableStatus, ending: Ending): void {
  Object.assign(status, ending, { phase: "over", pauseTick: 0, pausedBy: NOBODY });
  for (const seat of status.seats) {
    Object.assign(seat, { graceUntilMs: 0, inactivity: "none" });
    // The computer always plays again; and warming up goes on by itself until the opponent is there.
    seat.wantsRematch = seat.sitter === "computer" || (status.kind === "warmUp" && ending.endReason === "score");
  }
}

export function createMatchState(status: MatchStatus): MatchState {
  const state = new MatchState();
  for (const points of status.score) state.score.push(points);
  for (const _ of status.seats) state.seats.push(new SeatState());
  publishStatus(state, status);
  return state;
}

/** Writes a status into the room's state. */
export function publishStatus(state: MatchState, status: MatchStatus): void {
  const { seats, score, rules, mode, ...flat } = status;
  writeChanged(state, { ...flat, mode: mode ?? "", pointsToWin: rules.pointsToWin, twoClear: rules.twoClear });
  for (const [seat, points] of score.entries()) {
    if (state.score[seat] !== points) state.score[seat] = points;
  }
  for (const [seat, one] of seats.entries()) writeChanged(state.seats[seat]!, one);
}
