// The MatchStatus of a table while the match core writes it.

import type { Game } from "../../pong/step.ts";
import { NOBODY } from "../../pong/world.ts";
import type { MatchStatus, SeatStatus } from "../../schema/match-status.ts";

export type TableSeat = { -readonly [Field in keyof SeatStatus]: SeatStatus[Field] };

export type TableStatus = { -readonly [Field in Exclude<keyof MatchStatus, "seats" | "score">]: MatchStatus[Field] } & {
  readonly seats: TableSeat[];
  readonly score: number[];
};

/** A table that nobody has come to yet. */
export function emptyTable(game: Game): TableStatus {
  const { rails } = game.court;
  return {
    matchId: "",
    phase: "waiting",
    rules: game.rules,
    seats: rails.map(emptySeat),
    score: rails.map(() => 0),
    epoch: 0,
    epochTick: 0,
    pauseTick: 0,
    pausedBy: NOBODY,
    winner: NOBODY,
    endReason: "",
  };
}

function emptySeat(): TableSeat {
  return {
    playerId: "",
    name: "",
    connected: false,
    ready: false,
    wantsRematch: false,
    idleWarning: false,
    roundTripMs: 0,
    latenessMs: 0,
    quality: "unknown",
    graceUntilMs: 0,
  };
}
