// When a match room has no more reason to exist: nobody came, somebody did not come, everybody has left.

import type { MatchStatus } from "../../schema/match-status.ts";
import { CloseCode } from "../../schema/rooms.ts";

/** The player who sent a friend the link may close the page meanwhile. */
const LINK_MS = 10 * 60_000;
/** Time to reload the page after a match. */
const AFTER_MS = 60_000;

/** Who has come may take so many times as long until they are ready: a hidden page gets ready slowly. */
const SLOW_TIMES = 3;

export class RoomLife {
  /** Two who were paired are expected at once: within this, in ms. */
  readonly #noShowMs: number;
  #emptySinceMs: number | null = 0;

  constructor(noShowMs: number) {
    this.#noShowMs = noShowMs;
  }

  /** The close code to end the room with now, or null to go on. */
  judge(status: MatchStatus, present: number, nowMs: number): number | null {
    this.#emptySinceMs = present > 0 ? null : (this.#emptySinceMs ?? nowMs);
    const emptyMs = this.#emptySinceMs === null ? 0 : nowMs - this.#emptySinceMs;
    if (status.phase === "over") return emptyMs > AFTER_MS ? CloseCode.gone : null;
    if (status.phase !== "waiting") return null;
    // At any other table nobody is kept waiting.
    const isAwaited = status.isPaired && status.kind === "duel";
    const mostMs = status.seats.every((seat) => seat.connected) ? this.#noShowMs * SLOW_TIMES : this.#noShowMs;
    if (isAwaited && nowMs > mostMs) return CloseCode.noShow;
    return emptyMs > LINK_MS ? CloseCode.gone : null;
  }
}
