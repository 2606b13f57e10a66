// A connection's share of a table: one seat, or both with a shared keyboard. With what the table knows of them and does
// not publish: their connection, how much they say, how long they have been away.

import { Every, RateLimit } from "../rate-limit.ts";
import { Absence, type WaitingTimes } from "./absence.ts";
import { HeldRelays } from "./held-relays.ts";
import { ConnectionStats } from "./connection-stats.ts";
import type { TableSeat } from "./table-status.ts";

/** Between two checkpoints: so soon is a divergence noticed. In ms. */
const CHECK_EVERY_MS = 2500;
/** A keyframe shows more than a press does, so nobody gets them at will. In ms. */
const HEAL_EVERY_MS = 2000;

const PUBLISHED = ["roundTripMs", "uplinkDelayMs", "quality"] as const;

export class Participant {
  /** Which of the table's participants it is. */
  readonly index: number;
  /** The numbers of the seats that are played from here, and what is published of them; the first one's is the person's own. */
  readonly numbers: readonly number[];
  readonly seats: readonly TableSeat[];
  readonly connection: ConnectionStats;
  limit: RateLimit;
  absence: Absence;
  /** The other's presses on their way here, and how they are let go at present. */
  readonly held = new HeldRelays();
  heldMs = 0;
  readonly checks = new Every(CHECK_EVERY_MS);
  /** Of this match: how often their world was not ours, and whether their line was found odd. */
  divergences = 0;
  #isOdd = false;
  readonly heals = new Every(HEAL_EVERY_MS);
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
    this.connection = new ConnectionStats(nowMs);
    this.limit = new RateLimit(nowMs);
    this.absence = new Absence(times);
  }

  /**
   * Somebody sits down, or comes back with a new connection.
   * @param companion the name of the second person, where there is one
   */
  open(person: Pick<TableSeat, "playerId" | "name" | "rating">, companion: string, nowMs: number): void {
    this.connection.open(nowMs);
    this.held.drop();
    this.limit = new RateLimit(nowMs);
    for (const [at, seat] of this.seats.entries()) {
      const who = at === 0 ? { sitter: "person", ...person } : { sitter: "companion", name: companion };
      Object.assign(seat, who, { connected: true, ready: false, quality: "unknown" });
    }
  }

  /** Absences and divergences are counted by match. */
  beginMatch(): void {
    this.divergences = 0;
    this.#isOdd = false;
    this.absence = new Absence(this.#times);
  }

  /** Writes the same to all of its seats. */
  publish(changes: Partial<TableSeat>): void {
    for (const seat of this.seats) Object.assign(seat, changes);
  }

  /** Writes what is to be seen of the connection (ConnectionStats.publishable). Whether anything changed. */
  publishConnection(shownLateMs: number, nowMs: number): boolean {
    const stats = this.connection.publishable(this.isConnected, shownLateMs, nowMs);
    const changed = this.seats.some((seat) => PUBLISHED.some((field) => seat[field] !== stats[field]));
    if (changed) this.publish(stats);
    return changed;
  }

  /** True once a match: their line is odd. */
  takeOdd(): boolean {
    if (this.#isOdd || !this.connection.isOdd) return false;
    this.#isOdd = true;
    return true;
  }

  /** Nobody is there, or nobody is heard. */
  isMissing(nowMs: number): boolean {
    return !this.isConnected || this.connection.isSilent(nowMs);
  }

  /** Room time until which they count as there, if nothing more is heard of them; null when they are missing already. */
  missingAfterMs(nowMs: number): number | null {
    return this.isMissing(nowMs) ? null : this.connection.silentAfterMs;
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

/** Writes what is to be seen of all their connections. @param shownLateMs by participant. Whether anything changed */
export function publishConnections(
  participants: readonly Participant[],
  shownLateMs: readonly number[],
  nowMs: number,
): boolean {
  const taken = participants.filter(({ playerId }) => playerId !== "");
  // Each of them, whatever came of the others.
  return taken.map((one) => one.publishConnection(shownLateMs[one.index]!, nowMs)).includes(true);
}

/** How long a tick may still change, in ticks: the widest of their windows. */
export function widestWindow(participants: readonly Participant[]): number {
  let widest = 0;
  for (const { connection } of participants) widest = Math.max(widest, connection.window);
  return widest;
}
