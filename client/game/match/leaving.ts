// Leaving a match between two people forfeits it, unless one has waited for the other in vain: asks first, and tells the server. A
// match played alone just stops.

import type { MatchPhase } from "../../../schema/match-status.ts";
import type { MatchSession } from "../../../sdk/match-session.ts";
import { confirm } from "../../ui/components/confirm.ts";
import { t } from "../../platform/i18n/translate.ts";
import { otherSeat } from "./overlay.ts";
import type { RunningTable } from "./table-loop.ts";

/** Whether a match is on, so that leaving it forfeits. */
export function isPlayed(phase: MatchPhase): boolean {
  return phase === "countdown" || phase === "playing" || phase === "paused";
}

/** Asks where it costs something, and leaves if the answer is yes. The question goes away when the match ends under it. */
export async function mayLeaveMatch(
  session: MatchSession,
  table: Pick<RunningTable, "rest"> | null,
  left: AbortSignal,
): Promise<boolean> {
  const { status } = session;
  if (status === null || !isPlayed(status.phase)) return true;
  if (status.kind !== "duel") {
    session.ask("leave");
    return true;
  }
  table?.rest();
  const moot = new AbortController();
  left.addEventListener("abort", () => moot.abort(), { once: true });
  const stop = session.onChange(() => {
    if (!isPlayed(session.status?.phase ?? "over")) moot.abort();
  });
  const other = otherSeat(status, session.seats[0] ?? 0);
  const name = other?.name ?? "";
  const wins = other !== null && other.graceUntilMs > 0 && session.roomTimeMs() >= other.graceUntilMs;
  const question = {
    title: t("leave.title"),
    text: t(wins ? "leave.claimText" : "leave.text", { name }),
    yes: t(wins ? "leave.claimYes" : "leave.yes"),
    no: t(wins ? "leave.claimNo" : "leave.no"),
  };
  const yes = await confirm(question, moot.signal);
  stop();
  if (yes) session.ask("leave");
  return yes;
}
