// Connected but inactive: a warning, then a loss. Counted in rallies, so that a long rally does no harm.

/** Rallies without a touch after which a player is warned ... */
const WARNED_AFTER = 2;
/** ... and after which the match is lost. */
const LOST_AFTER = 3;

export class Idleness {
  readonly #untouched: number[];
  readonly #touched: boolean[];

  constructor(seats: number) {
    this.#untouched = Array.from({ length: seats }, () => 0);
    this.#touched = Array.from({ length: seats }, () => false);
  }

  /** The player on this seat has pressed or released a key. */
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

  isWarned(seat: number): boolean {
    return this.#untouched[seat]! >= WARNED_AFTER;
  }

  isLost(seat: number): boolean {
    return this.#untouched[seat]! >= LOST_AFTER;
  }
}
