// Gets a match's recording from the server; and what to say of one that cannot be played.

import { decodeRecording } from "../../../pong/recording-bytes.ts";
import type { Recording, RecordingFaultKind } from "../../../pong/recording.ts";
import { addressOf } from "../../../schema/http/endpoint.ts";
import { askRecording } from "../../../schema/http/matches.ts";
import { Unreachable } from "../../platform/api.ts";
import type { ReplayText } from "./words.ts";

/**
 * The bytes of a recording; null when there is none, or none for this visitor.
 * @throws Unreachable when the server is away
 */
export async function fetchRecordingBytes(matchId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await fetch(addressOf(askRecording, { params: { id: matchId } })).catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  if (response.status === 404 || response.status === 403) return null;
  if (!response.ok) throw new Unreachable();
  return new Uint8Array(await response.arrayBuffer());
}

/** @throws RecordingFault when the bytes are no recording, Unreachable */
export async function fetchRecording(matchId: string): Promise<Recording | null> {
  const bytes = await fetchRecordingBytes(matchId);
  return bytes === null ? null : decodeRecording(bytes);
}

/** `hidden`: the server has none for this visitor. `large`: not even looked into. */
export type ReplayFault = RecordingFaultKind | "hidden" | "large";

export const FAULT_WORDS = {
  version: "fault.version",
  court: "fault.court",
  damaged: "fault.damaged",
  outcome: "fault.outcome",
  hidden: "fault.hidden",
  large: "fault.large",
} as const satisfies Record<ReplayFault, ReplayText>;
