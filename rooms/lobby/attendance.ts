// Who has the lobby open, for the challenges that they have made: when a player closes their last page, in any process, and does not
// come back within a moment, their challenges are withdrawn.

import type { After } from "../wake-timers.ts";

/** Longer than a reload or a reconnection takes. */
const LEAVE_GRACE_MS = 8_000;

export interface AttendanceOptions {
  readonly timers: After;
  /** `left`: none of their pages is open here; `here`: one is. Sent to every process. */
  readonly tell: (kind: "left" | "here", playerId: string) => void;
  /** Whether anybody is waiting for them. */
  readonly isMissed: (playerId: string) => boolean;
  /** They have not come back, anywhere. */
  readonly gone: (playerId: string) => void;
}

export class Attendance {
  readonly #options: AttendanceOptions;
  readonly #pages = new Map<string, number>();
  readonly #graces = new Map<string, () => void>();

  constructor(options: AttendanceOptions) {
    this.#options = options;
  }

  enter(playerId: string): () => void {
    const before = this.#pages.get(playerId) ?? 0;
    this.#pages.set(playerId, before + 1);
    if (before === 0) this.#options.tell("here", playerId);
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#leave(playerId);
    };
  }

  hear(kind: "left" | "here", playerId: string): void {
    if (kind === "here") this.#forgive(playerId);
    else if (this.#pages.has(playerId)) this.#options.tell("here", playerId);
  }

  close(): void {
    for (const cancel of this.#graces.values()) cancel();
    this.#graces.clear();
  }

  #leave(playerId: string): void {
    const { timers, tell, isMissed, gone } = this.#options;
    const left = (this.#pages.get(playerId) ?? 1) - 1;
    if (left > 0) {
      this.#pages.set(playerId, left);
      return;
    }
    this.#pages.delete(playerId);
    if (!isMissed(playerId)) return;
    this.#forgive(playerId);
    const cancel = timers.after(LEAVE_GRACE_MS, () => {
      this.#graces.delete(playerId);
      gone(playerId);
    });
    this.#graces.set(playerId, cancel);
    tell("left", playerId);
  }

  #forgive(playerId: string): void {
    this.#graces.get(playerId)?.();
    this.#graces.delete(playerId);
  }
}
