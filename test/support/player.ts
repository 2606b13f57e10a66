// A guest at a table: the sdk over real sockets, played by a human-like bot. Keeps what happened to them.

import { AVERAGE, type Habits, Human } from "../../loadtest/human.ts";
import type { Clock } from "../../sdk/ports.ts";
import { clockOf, countMatch } from "./pace.ts";
import type { MatchPhase, MatchStatus } from "../../schema/match-status.ts";
import { HEARTBEAT_MS, SILENCE_MS } from "../../schema/timing.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import { openMatch } from "../../sdk/open-match.ts";
import type { Guest } from "./guest.ts";
import { until } from "./until.ts";

/** Real ones, whatever the pace: a slow display's. */
const FRAME_MS = 25;
/** Joining, keeping time and being ready on a loaded machine. */
const PATIENCE_MS = 30_000;

export interface PlayerOptions {
  readonly habits?: Habits;
  readonly seed?: number;
  /** Where the server is reached; the guest's own way when left out. */
  readonly url?: string;
  /** Real ms between two frames. */
  readonly frameMs?: number;
  /** Wants another match whenever one ends. */
  readonly insatiable?: boolean;
}

export class Player {
  readonly guest: Guest;
  readonly session: MatchSession;
  /** Connections and phases in the order they came, without repetitions. */
  readonly connections: string[] = [];
  readonly phases: MatchPhase[] = [];
  keyChanges = 0;
  /** Ball hits, walls, goals that were drawn. */
  moments = 0;
  /** How often this process stood still for so long that a connection may well seem lost. */
  stalls = 0;
  /** Presses no more while true. */
  isIdle = false;
  readonly #options: PlayerOptions;
  readonly #stopFrames: () => void;
  /** By seat, for each that is played. */
  readonly #humans = new Map<number, Human>();
  readonly #keys = new Map<number, number>();
  readonly #clock: Clock;
  #framedAtMs: number;

  constructor(guest: Guest, roomId: string, options: PlayerOptions = {}) {
    this.guest = guest;
    this.#options = options;
    const url = options.url ?? guest.url;
    countMatch(guest.url, roomId);
    this.#clock = clockOf(guest.url);
    this.#framedAtMs = this.#clock.now();
    this.session = openMatch({ url, roomId, headers: { ...guest.headers }, clock: this.#clock });
    this.session.onChange(() => this.#note());
    const frames = setInterval(() => this.#frame(), options.frameMs ?? FRAME_MS);
    this.#stopFrames = () => clearInterval(frames);
  }

  /** The latest status from the server. @throws Error before the first */
  get status(): MatchStatus {
    if (this.session.status === null) throw new Error(`${this.guest.name} has heard nothing`);
    return this.session.status;
  }

  get seat(): number {
    return this.status.seats.findIndex((seat) => seat.playerId === this.guest.id);
  }

  /** Resolves once the table is in this phase. */
  async sees(phase: MatchPhase, mostMs: number = PATIENCE_MS): Promise<void> {
    const { session } = this;
    const seen = (): boolean => session.status?.phase === phase;
    await until(
      () => seen() || session.connection === "closed",
      mostMs,
      () => `${this.guest.name} sees "${phase}": ${this.phases.join(", ")}`,
    );
    if (!seen()) throw new Error(`${this.guest.name} was sent away: ${session.closedBecause}`);
  }

  /** Leaves without telling the table; the session is over. */
  quit(): void {
    this.#stopFrames();
    this.session.close();
  }

  #note(): void {
    const { connection, status } = this.session;
    if (this.connections.at(-1) !== connection) this.connections.push(connection);
    if (status === null) return;
    if (this.phases.at(-1) !== status.phase) this.phases.push(status.phase);
    if (status.phase === "over" && this.#options.insatiable === true) this.session.ask("rematch");
  }

  #frame(): void {
    const nowMs = this.#clock.now();
    if (nowMs - this.#framedAtMs > SILENCE_MS - HEARTBEAT_MS) this.stalls++;
    this.#framedAtMs = nowMs;
    const picture = this.session.sample();
    if (picture === null) return;
    this.moments += picture.moments.length;
    for (const seat of this.session.seats) {
      const keys = this.isIdle ? 0 : this.#humanOn(seat).decide(picture, nowMs);
      if (keys !== (this.#keys.get(seat) ?? 0)) this.keyChanges++;
      this.#keys.set(seat, keys);
      this.session.hold(keys, seat);
    }
  }

  #humanOn(seat: number): Human {
    const { habits = AVERAGE, seed = 1 } = this.#options;
    const human = this.#humans.get(seat) ?? new Human(seat, seed + seat, habits);
    this.#humans.set(seat, human);
    return human;
  }
}

/** Two at one table, playing. */
export async function seatTwo(
  guests: readonly [Guest, Guest],
  roomId: string,
  options: PlayerOptions = {},
): Promise<readonly [Player, Player]> {
  const [first, second] = guests;
  const players = [new Player(first, roomId, options), new Player(second, roomId, options)] as const;
  for (const player of players) await player.sees("playing");
  return players;
}
