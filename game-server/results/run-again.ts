// Checks a result against its recording: the recording is replayed, and has to match the result.

import type { MatchResult } from "../../db/match-record.ts";
import { hashWorld } from "../../pong/hash.ts";
import { type ReplayAnalysis, analyzeReplay } from "../../pong/match-facts.ts";
import { decodeRecording } from "../../pong/recording-bytes.ts";
import { RecordingFault } from "../../pong/recording.ts";

/** The part of a result that its recording can be checked against. */
export interface Claim extends Pick<MatchResult, "recording" | "recordingHash" | "rules" | "winner" | "endReason"> {
  readonly seats: readonly { readonly points: number }[];
}

/** @throws RecordingFault naming what differs, or why this code can't run it */
export function runAgain(claim: Claim): ReplayAnalysis {
  if (claim.recording === null) throw new RecordingFault("damaged", "there is no recording");
  const recording = decodeRecording(claim.recording);
  const course = analyzeReplay(recording);
  compare(claim, recording.hash, course);
  return course;
}

function compare(claim: Claim, hash: number, { world, facts }: ReplayAnalysis): void {
  if (hashWorld(world) !== hash || hash.toString(16) !== claim.recordingHash)
    throw new RecordingFault("outcome", "the recording does not end as it says");
  if (claim.seats.some(({ points }, seat) => points !== facts.score[seat]))
    throw new RecordingFault("outcome", `the recording ends ${facts.score.join(" : ")}`);
  const { rules } = claim;
  const leader = facts.score.indexOf(Math.max(...facts.score));
  if (claim.endReason === "score" && (leader !== claim.winner || facts.score[leader]! < rules.pointsToWin))
    throw new RecordingFault("outcome", "by the recording, somebody else has won");
}
