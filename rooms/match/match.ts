// One match while it is played: its timeline, what counts of the presses that come in, what is confirmed, how it ends by
// itself. Who is here and what the table publishes is the table's (table.ts).

import { ticksToGoal } from "../../pong/ball.ts";
import { confirm, createTimeline, insert, type Press, resume, type Timeline } from "../../pong/timeline.ts";
import type { Game, SimEvent } from "../../pong/step.ts";
import { NOBODY, Phase } from "../../pong/world.ts";
import type { EndReason } from "../../contract/matches.ts";
import type { Inactivity } from "../../schema/match-status.ts";
import { MS_PER_TICK, tickAt } from "../../schema/timing.ts";
import type { Idleness } from "./idleness.ts";
import { judgeStamp } from "./press-window.ts";
import { Recorder } from "./recorder.ts";

/** How a match ends; the winner is a seat or NOBODY. */
export interface Ending {
  readonly winner: number;
  readonly endReason: EndReason;
}

export class Match {
  readonly seed: number;
  readonly startTick: number;
  readonly timeline: Timeline;
  readonly recorder: Recorder;
  /** Null where doing nothing leads to nothing. */
  readonly #idleness: Idleness | null;
  /** By seat: the last tick given to one of its presses, and the `seenLate` last heard. */
  readonly #lastTicks: number[];
  readonly #seenLate: number[];

  /** @param idleness what inactivity leads to; null: to nothing */
  constructor(game: Game, seed: number, startTick: number, idleness: Idleness | null) {
    const seats = game.court.rails.length;
    this.seed = seed;
    this.startTick = startTick;
    this.timeline = createTimeline(game, game.engine.createWorld(game.court, seed, startTick));
    this.recorder = new Recorder(game, seed, startTick);
    this.#idleness = idleness;
    this.#lastTicks = Array.from({ length: seats }, () => startTick);
    this.#seenLate = Array.from({ length: seats }, () => -1);
  }

  /**
   * A press as its player stamped it.
   * @param window how late it may be, in ticks; @param epochTick the first tick of this epoch
   * @returns the press as it counts, or null when it does not
   */
  press(stamped: Press, nowMs: number, window: number, epochTick: number): Press | null {
    const { timeline } = this;
    const now = tickAt(nowMs);
    const last = this.#lastTicks[stamped.seat]!;
    const open = timeline.confirmed.tick;
    const tick = judgeStamp({ tick: stamped.tick, now, window, last, open, epochTick, end: timeline.end });
    if (tick === null) return null;
    const lateMs = Math.round((now - stamped.tick) * MS_PER_TICK);
    const press = { tick, seat: stamped.seat, keys: stamped.keys, lateMs };
    insert(timeline, press);
    this.#lastTicks[press.seat] = tick;
    this.#idleness?.touch(press.seat);
    return press;
  }

  /** A press of one of our players, for a tick still to come. False when nothing moves then. */
  pressAhead(press: Press): boolean {
    return press.tick < this.timeline.end && insert(this.timeline, { ...press, lateMs: 0 });
  }

  /** How late a player draws the others, in quarter ticks. */
  noteSeenLate(seat: number, quarterTicks: number, nowMs: number): void {
    if (this.#seenLate[seat] === quarterTicks) return;
    this.#seenLate[seat] = quarterTicks;
    this.recorder.addSeenLate(Math.floor(tickAt(nowMs)), seat, quarterTicks);
  }

  /**
   * Nothing before this tick can change any more.
   * @param onEvent gets what that settles, in order
   */
  confirm(tick: number, onEvent: (event: SimEvent) => void): void {
    confirm(
      this.timeline,
      tick,
      (event) => {
        this.recorder.addEvent(event);
        if (event.kind === "goal") this.#idleness?.endRally();
        onEvent(event);
      },
      (press) => this.recorder.addPress(press),
    );
  }

  /** No serve and no goal happens in a step before this tick's, by what is confirmed. */
  get quietUntilTick(): number {
    const { confirmed, game, end } = this.timeline;
    if (confirmed.phase === Phase.over) return confirmed.tick;
    const quiet = confirmed.balls.map((ball) => (ball.rest > 0 ? ball.rest - 1 : ticksToGoal(game.court, ball)));
    return Math.min(end, confirmed.tick + Math.min(...quiet));
  }

  /** How the match has ended by what is confirmed, or null while it goes on. */
  ending(): Ending | null {
    const { score, phase } = this.timeline.confirmed;
    if (phase === Phase.over) return { winner: score[0]! > score[1]! ? 0 : 1, endReason: "score" };
    const idle = score.map((_, seat) => this.#idleness?.isLost(seat) === true);
    if (idle.every(Boolean)) return { winner: NOBODY, endReason: "inactive" };
    return idle.some(Boolean) ? { winner: idle.indexOf(false), endReason: "idle" } : null;
  }

  inactivity(seat: number): Inactivity {
    return this.#idleness?.of(seat) ?? "none";
  }

  /** The player on this seat has said that they are there. */
  touch(seat: number): void {
    this.#idleness?.touch(seat);
  }

  /** Everything stands still from this tick on, or from the first that can still stand still; returns which. */
  stop(wanted: number): number {
    const { timeline } = this;
    const tick = Math.max(timeline.confirmed.tick, wanted);
    timeline.end = tick;
    const later = timeline.presses.findIndex((press) => press.tick >= tick);
    if (later >= 0) timeline.presses.length = later;
    return tick;
  }

  /** Whether everything up to the stop is confirmed. */
  get hasStopped(): boolean {
    return this.timeline.confirmed.tick >= this.timeline.end;
  }

  /** Goes on at this tick, after a stop. */
  goOn(tick: number): void {
    this.recorder.addPause(this.timeline.confirmed.tick, tick);
    resume(this.timeline, tick);
    this.#lastTicks.fill(tick);
  }
}
