// Connected but inactive, counted in rallies, so that a long rally does no harm. Among friends a match waits for them; elsewhere they
// are warned twice, and then lose it.

import type { Inactivity } from "../../schema/match-status.ts";

/** Rallies without a touch after which friends are asked, and others warned ... */
const NOTICED_AFTER = 2;
/** ... warned again ... */
const LAST_WARNED_AFTER = 3;
/** ... and the match is lost. */
const LOST_AFTER = 4;

export class Idleness {
  readonly #isFriendly: boolean;
  readonly #untouched: number[];
  readonly #touched: boolean[];

  constructor(seats: number, isFriendly: boolean) {
    this.#isFriendly = isFriendly;
    this.#untouched = Array.from({ length: seats }, () => 0);
    this.#touched = Array.from({ length: seats }, () => false);
  }

  /** The player on this seat has pressed or released a key, or says that they are ready. */
  touch(seat: number): void {
    this.#touched[seat] = true;
    this.#untouched[seat] = 0;
  }

  /** A rally has ended: counts one more for whoever has not touched anything since the one before. */
  endRally(): void {
    for (let seat = 0; seat < this.#touched.length; seat++) {
      if (!this.#touched[seat]) this.#untouched[seat]!++;
      this.#touched[seat] = false;
    }
  }

  of(seat: number): Inactivity {
    const untouched = this.#untouched[seat]!;
    if (untouched < NOTICED_AFTER) return "none";
    if (this.#isFriendly) return "asked";
    return untouched < LAST_WARNED_AFTER ? "warned" : "lastWarning";
  }

  isLost(seat: number): boolean {
    return !this.#isFriendly && this.#untouched[seat]! >= LOST_AFTER;
  }
}
