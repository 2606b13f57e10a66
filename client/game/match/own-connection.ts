// The player's own connection during a match: sampled a few times a second, shown by the badge, reported when a match is over.

import type { MatchStatus } from "../../../schema/match-status.ts";
import { MS_PER_TICK } from "../../../schema/timing.ts";
import type { MatchSession } from "../../../sdk/match-session.ts";
import { ConnectionReadout } from "./connection-readout.ts";
import type { ConnectionPanelView } from "./connection-panel.ts";
import { otherSeat } from "./overlay.ts";

export class OwnConnection {
  #readout = new ConnectionReadout();
  /** Before this match. */
  #faults: MatchSession["faults"] = { corrections: 0, divergences: 0 };

  measure(session: MatchSession): void {
    this.#readout.add({
      roundTripMs: session.roundTripMs,
      otherLateMs: lateMs(session),
      silentMs: session.silentMs,
      playing: session.status?.phase === "playing",
      live: session.connection === "live",
    });
  }

  /** What the badge shows. */
  view(session: MatchSession, status: MatchStatus, seat: number): ConnectionPanelView {
    const own = status.seats[seat];
    const other = status.kind === "duel" ? otherSeat(status, seat) : null;
    return {
      quality: own?.connected === true ? own.quality : "silent",
      roundTripMs: session.roundTripMs,
      swingMs: this.#readout.swingMs,
      other: other?.sitter === "person" ? { name: other.name, lateMs: lateMs(session) } : null,
    };
  }

  /** What is reported to operators about a match that is over; starts over for the next one. */
  report(session: MatchSession): ReturnType<ConnectionReadout["report"]> {
    const { corrections, divergences } = session.faults;
    const report = this.#readout.report({
      corrections: corrections - this.#faults.corrections,
      divergences: divergences - this.#faults.divergences,
    });
    this.#readout = new ConnectionReadout();
    this.#faults = { corrections, divergences };
    return report;
  }
}

function lateMs(session: MatchSession): number {
  return Math.max(...session.renderDelayTicks) * MS_PER_TICK;
}
