// What a result counts: first its recording is replayed, and has to match the result. That takes about
// a millisecond for a minute of play, once a match, so it needs no process of its own.

import type { Logger } from "pino";
import type { MatchResult } from "../../db/match-record.ts";
import type { Judgement } from "../../db/result-writer.ts";
import type { ReplayAnalysis } from "../../pong/match-facts.ts";
import { verdictOf } from "../../ranking/verdict.ts";
import { runAgain } from "./run-again.ts";

export function createJudge(log: Logger): (result: MatchResult) => Judgement {
  return (result) => {
    const { kind, ranked, mode, endReason, winner } = result;
    const course = courseOf(result, log);
    const verdict = verdictOf({
      kind,
      ranked,
      rateable: mode !== null && result.seats.every(({ playerId }) => playerId !== null),
      endReason,
      winner,
      points: result.seats.map(({ points }) => points),
      verified: course !== null,
    });
    return { verdict, facts: course?.facts ?? null };
  };
}

/** Null when the replay doesn't match. */
function courseOf(result: MatchResult, log: Logger): ReplayAnalysis | null {
  try {
    return runAgain(result);
  } catch (error) {
    log.error(
      { err: error, matchId: result.id, room: result.roomId },
      "a result and its recording differ: it is not rated",
    );
    return null;
  }
}
