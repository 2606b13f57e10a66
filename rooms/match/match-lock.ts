// Two who were brought together are locked to it as long as their match is to come or is on: no queue gives them another table. Who
// keeps the locks, for all processes: rooms/matchmaking/matchmaker.ts.

import type { MatchPhase } from "../../schema/match-status.ts";

/** How often it is renewed, as the locks of a process that has died expire. */
const RENEW_MS = 20_000;

export interface MatchLocks {
  /** @param isNew it begins; otherwise it goes on */
  hold(playerIds: readonly string[], isNew: boolean): void;
  release(playerIds: readonly string[]): void;
}

export class MatchLock {
  readonly #playerIds: readonly string[];
  readonly #locks: MatchLocks;
  /** Room time; null: they are free. */
  #saidMs: number | null = null;

  /** @param playerIds whose seats are kept */
  constructor(playerIds: readonly string[], locks: MatchLocks) {
    this.#playerIds = playerIds;
    this.#locks = locks;
  }

  /** Follows the match, and a rematch. */
  tell(phase: MatchPhase, nowMs: number): void {
    if (phase === "over") return this.end();
    if (this.#saidMs !== null && nowMs < this.#saidMs + RENEW_MS) return;
    this.#locks.hold(this.#playerIds, this.#saidMs === null);
    this.#saidMs = nowMs;
  }

  end(): void {
    if (this.#saidMs === null) return;
    this.#saidMs = null;
    this.#locks.release(this.#playerIds);
  }
}
