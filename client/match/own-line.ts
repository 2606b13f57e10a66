// One's own line during a match: looked at a few times a second, shown by the badge, reported when a match is over.

import type { MatchStatus } from "../../schema/match-status.ts";
import { MS_PER_TICK } from "../../schema/timing.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import { LineFigures } from "./line-figures.ts";
import type { LineView } from "./line-panel.ts";
import { otherSeat } from "./notice.ts";

export class OwnLine {
  #figures = new LineFigures();
  /** Corrections before this match. */
  #corrected = 0;

  look(session: MatchSession): void {
    this.#figures.add({
      roundTripMs: session.roundTripMs,
      otherLateMs: lateMs(session),
      silentMs: session.silentMs,
      playing: session.status?.phase === "playing",
      live: session.connection === "live",
    });
  }

  /** What the badge tells. */
  view(session: MatchSession, status: MatchStatus, seat: number): LineView {
    const own = status.seats[seat];
    const other = status.kind === "duel" ? otherSeat(status, seat) : null;
    return {
      quality: own?.connected === true ? own.quality : "silent",
      roundTripMs: session.roundTripMs,
      swingMs: this.#figures.swingMs,
      other: other?.sitter === "person" ? { name: other.name, lateMs: lateMs(session) } : null,
    };
  }

  /** What is told to operators of a match that is over; the next one begins anew. */
  report(session: MatchSession): ReturnType<LineFigures["report"]> {
    const report = this.#figures.report(session.corrections - this.#corrected);
    this.#figures = new LineFigures();
    this.#corrected = session.corrections;
    return report;
  }
}

function lateMs(session: MatchSession): number {
  return Math.max(...session.lateTicks) * MS_PER_TICK;
}
