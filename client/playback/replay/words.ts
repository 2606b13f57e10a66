// t() for the words of replays, which come with them; and what to say of a recording that cannot be played.

import type { RecordingFaultKind } from "../../../pong/recording.ts";
import { en } from "./en.ts";
import { moreTexts } from "../../platform/i18n/translate.ts";

export const say = moreTexts("replay", en);

/** `hidden`: the server has none for this visitor. `large`: not even looked into. */
export type ReplayFault = RecordingFaultKind | "hidden" | "large";

export const FAULT_WORDS = {
  version: "fault.version",
  court: "fault.court",
  damaged: "fault.damaged",
  outcome: "fault.outcome",
  hidden: "fault.hidden",
  large: "fault.large",
} as const satisfies Record<ReplayFault, Parameters<typeof say>[0]>;
