// Where one person sits at a table: at one seat, or at both with a shared keyboard. With what the table knows of them and does
// not publish: their line, how much they say, how long they have been away.

import { RateLimit } from "../rate-limit.ts";
import { Absence, type WaitingTimes } from "./absence.ts";
import { Line } from "./line.ts";
import type { TableSeat } from "./table-status.ts";

const FIGURES = ["roundTripMs", "latenessMs", "quality"] as const;

export class Place {
  /** Which of the table's places it is. */
  readonly index: number;
  /** The numbers of the seats that are played from here, and what is published of them; the first one's is the person's own. */
  readonly numbers: readonly number[];
  readonly seats: readonly TableSeat[];
  readonly line: Line;
  limit: RateLimit;
  absence: Absence;
  readonly #times: WaitingTimes;

  /** @param seats all of the table's, by number */
  constructor(
    index: number,
    numbers: readonly number[],
    seats: readonly TableSeat[],
    times: WaitingTimes,
    nowMs: number,
  ) {
    this.index = index;
    this.numbers = numbers;
    this.seats = numbers.map((number) => seats[number]!);
    this.#times = times;
    this.line = new Line(nowMs);
    this.limit = new RateLimit(nowMs);
    this.absence = new Absence(times);
  }

  /**
   * Somebody sits down, or comes back by a new connection.
   * @param companion the name of the second person, where there is one
   */
  open(person: Pick<TableSeat, "playerId" | "name" | "rating">, companion: string, nowMs: number): void {
    this.line.open(nowMs);
    this.limit = new RateLimit(nowMs);
    for (const [at, seat] of this.seats.entries()) {
      const who = at === 0 ? { sitter: "person", ...person } : { sitter: "companion", name: companion };
      Object.assign(seat, who, { connected: true, ready: false, quality: "unknown" });
    }
  }

  /** Absences are counted by match. */
  beginMatch(): void {
    this.absence = new Absence(this.#times);
  }

  /** Writes the same to all of its seats. */
  publish(changes: Partial<TableSeat>): void {
    for (const seat of this.seats) Object.assign(seat, changes);
  }

  /** Writes what is to be seen of the line. Whether anything changed. */
  publishFigures(nowMs: number): boolean {
    const figures = this.line.figures(this.isConnected, nowMs);
    const changed = this.seats.some((seat) => FIGURES.some((figure) => seat[figure] !== figures[figure]));
    if (changed) this.publish(figures);
    return changed;
  }

  /** Nobody is there, or nobody is heard. */
  isMissing(nowMs: number): boolean {
    return !this.isConnected || this.line.isSilent(nowMs);
  }

  /** "" while nobody has taken it. */
  get playerId(): string {
    return this.seats[0]!.playerId;
  }

  get isConnected(): boolean {
    return this.seats[0]!.connected;
  }

  get wantsRematch(): boolean {
    return this.seats[0]!.wantsRematch;
  }

  get isReady(): boolean {
    return this.seats[0]!.ready;
  }
}
