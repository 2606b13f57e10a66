// What a result counts: its recording is run again before it does, and has to come out as the result says. That takes about
// a millisecond for a minute of play, once a match, so it needs no process of its own.

import type { Logger } from "pino";
import type { MatchResult } from "../../db/match-record.ts";
import type { Judgement } from "../../db/result-writer.ts";
import { hashWorld } from "../../pong/hash.ts";
import { type Course, courseOf } from "../../pong/match-facts.ts";
import { decodeRecording } from "../../pong/recording-bytes.ts";
import { RecordingFault } from "../../pong/recording.ts";
import { verdictOf } from "../../ranking/verdict.ts";

export function createJudge(log: Logger): (result: MatchResult) => Judgement {
  return (result) => {
    const { kind, ranked, mode, endReason, winner } = result;
    const course = runAgain(result, log);
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

/** Null when it does not come out as it says. */
function runAgain(result: MatchResult, log: Logger): Course | null {
  try {
    if (result.recording === null) throw new RecordingFault("damaged", "there is no recording");
    const recording = decodeRecording(result.recording);
    const course = courseOf(recording);
    compare(result, recording.hash, course);
    return course;
  } catch (error) {
    log.error(
      { err: error, matchId: result.id, room: result.roomId },
      "a result and its recording differ: it is not rated",
    );
    return null;
  }
}

/** @throws RecordingFault naming what differs */
function compare(result: MatchResult, hash: number, { world, facts }: Course): void {
  if (hashWorld(world) !== hash || hash.toString(16) !== result.recordingHash)
    throw new RecordingFault("outcome", "the recording does not end as it says");
  if (result.seats.some(({ points }, seat) => points !== facts.score[seat]))
    throw new RecordingFault("outcome", `the recording ends ${facts.score.join(" : ")}`);
  const { rules } = result;
  const leader = facts.score.indexOf(Math.max(...facts.score));
  if (result.endReason === "score" && (leader !== result.winner || facts.score[leader]! < rules.pointsToWin))
    throw new RecordingFault("outcome", "by the recording, somebody else has won");
}
