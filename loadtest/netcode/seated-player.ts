// A human-like player at a real table: plays frame by frame through the sdk, and keeps all that is needed to judge what they
// saw (judge.ts).

import type { SimEvent } from "../../pong/step.ts";
import { tickAt } from "../../schema/timing.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import { openMatch } from "../../sdk/open-match.ts";
import { Human } from "../human.ts";
import { FrameLog } from "./frame-log.ts";
import { monotonicClock, monotonicMs } from "./monotonic.ts";

export interface Seating {
  /** Index into LINES (conditions.ts). */
  readonly line: number;
  /** The proxy's address. */
  readonly url: string;
  readonly roomId: string;
  readonly headers: Record<string, string>;
  readonly seed: number;
  /** Between two frames, in ms. */
  readonly frameMs: number;
}

/** A key that was pressed or let go while the table played. */
export interface KeyChange {
  /** By the monotonic clock, in ms. */
  readonly atMs: number;
  /** The first tick that had not begun just before the session was told. */
  readonly firstTick: number;
  /** The same just after: another one only if a tick began in these microseconds. */
  readonly firstTickAfter: number;
  readonly keys: number;
}

export interface BegunMatch {
  readonly id: string;
  readonly startTick: number;
}

/** Frames of this many minutes are provided for. */
const MINUTES = 3;

export class SeatedPlayer {
  readonly seating: Seating;
  readonly session: MatchSession;
  readonly frames: FrameLog;
  readonly keyChanges: KeyChange[] = [];
  readonly ownHits: SimEvent[] = [];
  readonly matches: BegunMatch[] = [];
  /** What room time was taken for, and when, once a frame: pairs of numbers, in ms. */
  readonly clock: number[] = [];
  liveAtMs: number | null = null;
  /** Lets go of all keys, and asks for no more matches. */
  isStopping = false;
  #human: Human | null = null;
  #keys = 0;
  #timer: NodeJS.Timeout;
  #dueMs = monotonicMs();

  constructor(seating: Seating) {
    const { url, roomId, headers, frameMs } = seating;
    this.seating = seating;
    this.frames = new FrameLog(Math.ceil((MINUTES * 60_000) / frameMs));
    this.session = openMatch({ url, roomId, headers, clock: monotonicClock });
    this.session.onChange(() => this.#note());
    this.#timer = setTimeout(() => this.#frame(), frameMs);
  }

  get isOver(): boolean {
    return this.session.status?.phase === "over";
  }

  close(): void {
    clearTimeout(this.#timer);
    this.session.close();
  }

  #note(): void {
    const { status, connection, closedBecause } = this.session;
    if (closedBecause !== "") throw new Error(`sent away: ${closedBecause}`);
    if (connection === "live") this.liveAtMs ??= monotonicMs();
    if (status === null) return;
    const begins = status.phase === "countdown" && status.matchId !== this.matches.at(-1)?.id;
    if (begins) this.matches.push({ id: status.matchId, startTick: status.epochTick });
    if (status.phase === "over" && !this.isStopping) this.session.ask("rematch");
  }

  #frame(): void {
    const startedMs = monotonicMs();
    this.#dueMs = Math.max(this.#dueMs + this.seating.frameMs, startedMs);
    this.#timer = setTimeout(() => this.#frame(), this.#dueMs - startedMs);
    const picture = this.session.sample();
    const { timeline } = this.session;
    if (picture === null || timeline === null) return;
    const nowMs = monotonicMs();
    this.clock.push(this.session.roomTimeMs(), nowMs);
    this.frames.add(picture, timeline, nowMs);
    const seat = this.session.seats[0]!;
    this.#human ??= new Human(seat, this.seating.seed);
    this.ownHits.push(...picture.moments.filter((one) => one.kind === "hit" && one.seat === seat));
    this.#hold(this.isStopping ? 0 : this.#human.decide(picture, nowMs));
  }

  #hold(keys: number): void {
    if (keys === this.#keys) return;
    this.#keys = keys;
    const { session } = this;
    const atMs = monotonicMs();
    const firstTick = this.#firstTick();
    session.hold(keys);
    const firstTickAfter = this.#firstTick();
    if (session.status?.phase === "playing") this.keyChanges.push({ atMs, firstTick, firstTickAfter, keys });
  }

  /** The first tick that has not begun. */
  #firstTick(): number {
    return Math.floor(tickAt(this.session.roomTimeMs())) + 1;
  }
}
