// Where one person sits at a table, and what the table knows of them and does not publish: their line, how much they say, how
// long they have been away.

import type { TableSeat } from "./table-status.ts";
import { RateLimit } from "../rate-limit.ts";
import { Absence, type WaitingTimes } from "./absence.ts";
import { Line } from "./line.ts";

const FIGURES = ["roundTripMs", "latenessMs", "quality"] as const;

export class Place {
  /** The seats that are played from here. */
  readonly seats: readonly TableSeat[];
  readonly line: Line;
  limit: RateLimit;
  absence: Absence;
  readonly #times: WaitingTimes;

  constructor(seats: readonly TableSeat[], times: WaitingTimes, nowMs: number) {
    this.seats = seats;
    this.#times = times;
    this.line = new Line(nowMs);
    this.limit = new RateLimit(nowMs);
    this.absence = new Absence(times);
  }

  /** Somebody sits down, or comes back by a new connection. */
  open(nowMs: number): void {
    this.line.open(nowMs);
    this.limit = new RateLimit(nowMs);
  }

  /** Absences are counted by match. */
  beginMatch(): void {
    this.absence = new Absence(this.#times);
  }

  /** Nobody is there, or nobody is heard. */
  isMissing(nowMs: number): boolean {
    return !this.isConnected || this.line.isSilent(nowMs);
  }

  get isConnected(): boolean {
    return this.seats[0]!.connected;
  }

  get isReady(): boolean {
    return this.seats[0]!.ready;
  }

  /** Writes what is to be seen of the line. Whether anything changed. */
  publishFigures(nowMs: number): boolean {
    const figures = this.line.figures(this.isConnected, nowMs);
    const changed = this.seats.some((seat) => FIGURES.some((figure) => seat[figure] !== figures[figure]));
    if (changed) for (const seat of this.seats) Object.assign(seat, figures);
    return changed;
  }
}
