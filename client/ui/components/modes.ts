// A mode: what it is called, and where its queue and its leaderboard are. The address of the waiting page names the queue: /waiting is
// casual classic, /waiting/MODE is that mode, ranked.

import { MODES, type Mode } from "../../../contract/modes.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { QueueName } from "../../../schema/queues.ts";

export function modeName(mode: Mode): string {
  return t(`mode.${mode}`);
}

export function waitingPath({ mode, ranked }: QueueName): string {
  return ranked ? `/waiting/${mode}` : "/waiting";
}

/** @param name of the path; undefined where it has none. Null for one that is no mode. */
export function queueOf(name: string | undefined): QueueName | null {
  if (name === undefined) return { mode: "classic", ranked: false };
  const mode: Mode | undefined = MODES.find((one) => one === name);
  return mode === undefined ? null : { mode, ranked: true };
}

/** The list of all seasons and countries. */
export function leaderboardPath(mode: Mode): string {
  return mode === "classic" ? "/leaderboard" : `/leaderboard?mode=${mode}`;
}
