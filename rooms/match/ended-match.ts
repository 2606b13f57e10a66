// Everything about a match that is over: what is written to the database.

import { NOBODY } from "../../pong/world.ts";
import type { Recording } from "../../pong/recording.ts";
import type { Game } from "../../pong/step.ts";
import type { MatchSummary } from "../../schema/http/matches.ts";
import type { MatchKind, Sitter } from "../../contract/matches.ts";
import type { Stakes } from "../../contract/modes.ts";
import type { MatchStatus, SeatStatus } from "../../schema/match-status.ts";
import { MS_PER_TICK } from "../../schema/timing.ts";
import type { Ending, Match } from "./match.ts";
import type { PressDelays } from "./recorder.ts";

export interface EndedSeat {
  readonly sitter: Sitter;
  /** "" of everybody but a person. */
  readonly playerId: string;
  readonly name: string;
  readonly points: number;
}

/** Times are room time in ms. */
export interface EndedMatch extends Ending, Stakes {
  readonly matchId: string;
  readonly kind: MatchKind;
  readonly game: Game;
  /** By seat. */
  readonly players: readonly EndedSeat[];
  readonly startedMs: number;
  readonly endedMs: number;
  readonly summary: MatchSummary;
  readonly recording: Recording;
  /** By seat. */
  readonly lateness: readonly PressDelays[];
}

/** Leaving a match between people forfeits it. @param numbers the seats that they play */
export function leavingEnding({ kind, seats }: MatchStatus, numbers: readonly number[]): Ending {
  if (kind !== "duel") return { winner: NOBODY, endReason: "stopped" };
  return { winner: seats.findIndex((_, seat) => !numbers.includes(seat)), endReason: "forfeit" };
}

export function endedMatch(match: Match, game: Game, status: MatchStatus, ending: Ending, nowMs: number): EndedMatch {
  const last = match.timeline.confirmed;
  return {
    ...ending,
    matchId: status.matchId,
    kind: status.kind,
    mode: status.mode,
    ranked: status.ranked,
    game,
    players: status.seats.map((seat, at) => ended(seat, last.score[at]!)),
    startedMs: match.startTick * MS_PER_TICK,
    endedMs: nowMs,
    summary: match.recorder.summary(last),
    recording: match.recorder.recording(last),
    lateness: status.seats.map((_, seat) => match.recorder.lateness(seat)),
  };
}

function ended({ sitter, playerId, name }: SeatStatus, points: number): EndedSeat {
  return { sitter, playerId, name, points };
}
