// A result with a real recording, of a match played at random: what the judge of results takes.

import { encodeRecording } from "../../pong/recording-bytes.ts";
import type { Recording } from "../../pong/recording.ts";
import type { MatchResult } from "../../db/match-record.ts";
import { MODE_RULES } from "../../contract/modes.ts";
import { playTestMatch } from "./recordings.ts";
import { sampleResult } from "./sample-match.ts";

export interface PlayedOptions {
  /** By seat; the winner is whoever wins by this seed. */
  readonly playerIds: readonly [string | null, string | null];
  readonly seed?: number;
  readonly ranked?: boolean;
}

/** A quick match to its end. */
export function playedResult({ playerIds, seed = 7, ranked = true }: PlayedOptions): MatchResult {
  const { recording, worlds } = playTestMatch({ seed, rules: MODE_RULES.quick });
  const { score } = worlds.at(-1)!;
  const plain = sampleResult();
  return {
    ...plain,
    mode: "quick",
    ranked,
    rules: recording.rules,
    seed,
    seats: plain.seats.map((seat, at) => ({ ...seat, playerId: playerIds[at] ?? null, points: score[at]! })),
    winner: score[0]! > score[1]! ? 0 : 1,
    ...bytesOf(recording),
  };
}

function bytesOf(recording: Recording): Pick<MatchResult, "recording" | "recordingHash"> {
  return { recording: encodeRecording(recording), recordingHash: recording.hash.toString(16) };
}
