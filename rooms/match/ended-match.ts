// Everything about a match that is over: what is written to the database.

import type { Recording } from "../../pong/recording.ts";
import type { Game } from "../../pong/step.ts";
import type { MatchSummary } from "../../schema/http/matches.ts";
import { MS_PER_TICK } from "../../schema/timing.ts";
import type { Ending, Play } from "./play.ts";
import type { Lateness } from "./recorder.ts";
import type { TableStatus } from "./table-status.ts";

/** Times are room time in ms. */
export interface EndedMatch extends Ending {
  readonly matchId: string;
  readonly game: Game;
  /** By seat. */
  readonly players: readonly { readonly id: string; readonly name: string; readonly points: number }[];
  readonly startedMs: number;
  readonly endedMs: number;
  readonly summary: MatchSummary;
  readonly recording: Recording;
  /** By seat. */
  readonly lateness: readonly Lateness[];
}

export function endedMatch(play: Play, game: Game, status: TableStatus, ending: Ending, nowMs: number): EndedMatch {
  const last = play.timeline.confirmed;
  return {
    ...ending,
    matchId: status.matchId,
    game,
    players: status.seats.map((seat, at) => ({ id: seat.playerId, name: seat.name, points: last.score[at]! })),
    startedMs: play.startTick * MS_PER_TICK,
    endedMs: nowMs,
    summary: play.recorder.summary(last),
    recording: play.recorder.recording(last),
    lateness: status.seats.map((_, seat) => play.recorder.lateness(seat)),
  };
}
