// How the computer brings its paddle to where it wants it: key presses as fingers make them, with the one speed of every paddle.

import { type Keys, Key } from "../keys.ts";
import type { Game } from "../step.ts";
import type { Press } from "../timeline.ts";
import { type Drawing, chance, normal } from "./chance.ts";
import type { Skill } from "./levels.ts";
import type { PaddleThen } from "./paddle-then.ts";

/** Where the paddle should be, when at the latest, and until when it stays there. */
export interface Waypoint {
  readonly y: number;
  readonly byTick: number;
  readonly untilTick: number;
}

/** Fingers hold a key no shorter than this, and leave it alone as long. */
const SHORTEST_TICKS = 3;
/** From where a paddle has stopped until it is seen that this is not where it should be. */
const NOTICE_TICKS = 7;
/** So often a place is corrected. */
const MOST_CORRECTIONS = 2;
/** Needless taps are made where nothing else is to be done for so long, in ticks. */
const IDLE_TICKS = 36;
const TAP_TICKS = 4;
/** Nothing is planned beyond that. */
const LONGEST_WAIT_TICKS = 300;

export interface Hands extends Drawing {
  readonly game: Game;
  readonly seat: number;
  readonly skill: Skill;
}

/** The presses that bring the paddle from waypoint to waypoint, from `begin` on, in order. */
export function movesAlong(hands: Hands, from: PaddleThen, begin: number, waypoints: readonly Waypoint[]): Press[] {
  const fingers = new Fingers(hands, from, begin);
  for (const waypoint of waypoints) {
    fingers.goTo(waypoint);
    fingers.fidget(Math.min(waypoint.untilTick, begin + LONGEST_WAIT_TICKS));
    fingers.waitUntil(waypoint.untilTick);
  }
  return fingers.presses;
}

class Fingers {
  readonly presses: Press[] = [];
  readonly #hands: Hands;
  /** Where the paddle is at `#tick`, the first at which a key may change. */
  #y: number;
  #keys: Keys;
  #tick: number;

  constructor(hands: Hands, from: PaddleThen, begin: number) {
    this.#hands = hands;
    this.#y = from.y;
    this.#keys = from.keys;
    this.#tick = begin;
  }

  goTo({ y, byTick }: Waypoint): void {
    const { game, seat } = this.#hands;
    const rail = game.court.rails[seat]!;
    const target = Math.min(rail.maxY, Math.max(rail.minY, y));
    this.#moveTo(target);
    for (let again = 0; again < MOST_CORRECTIONS; again++) {
      const late = this.#tick + NOTICE_TICKS + SHORTEST_TICKS > byTick;
      if (late || Math.abs(target - this.#y) < this.#shortestMove) return;
      this.waitUntil(this.#tick + NOTICE_TICKS);
      this.#moveTo(target);
    }
  }

  /** Taps that nobody needs, there and back. */
  fidget(untilTick: number): void {
    const { skill } = this.#hands;
    for (;;) {
      const idle = Math.min(untilTick - this.#tick, 120);
      if (idle < IDLE_TICKS || chance(this.#hands) >= (skill.fidget * idle) / 60) return;
      this.waitUntil(this.#tick + Math.floor(chance(this.#hands) * (idle - IDLE_TICKS)) + SHORTEST_TICKS);
      const isUp = this.#y <= 0;
      this.#hold(isUp ? Key.up : Key.down, TAP_TICKS);
      this.waitUntil(this.#tick + SHORTEST_TICKS);
      this.#hold(isUp ? Key.down : Key.up, TAP_TICKS);
      this.waitUntil(this.#tick + IDLE_TICKS);
    }
  }

  waitUntil(tick: number): void {
    this.#tick = Math.max(this.#tick, tick);
  }

  /** Less than half of the shortest move is not worth one. */
  get #shortestMove(): number {
    return (SHORTEST_TICKS * this.#hands.game.court.paddleSpeed) / 2;
  }

  #moveTo(target: number): void {
    const { game, skill } = this.#hands;
    const way = target - this.#y;
    if (Math.abs(way) < this.#shortestMove) {
      if (this.#keys === Key.none) return;
      this.#change(Key.none);
      this.#tick += SHORTEST_TICKS;
      return;
    }
    const wanted = Math.abs(way) / game.court.paddleSpeed + normal(this.#hands) * skill.handError;
    this.#hold(way > 0 ? Key.up : Key.down, Math.max(SHORTEST_TICKS, Math.floor(wanted + 0.5)));
  }

  #hold(keys: Keys, ticks: number): void {
    const { game, seat } = this.#hands;
    const rail = game.court.rails[seat]!;
    this.#change(keys);
    this.#tick += ticks;
    const way = (keys === Key.up ? ticks : -ticks) * game.court.paddleSpeed;
    this.#y = Math.min(rail.maxY, Math.max(rail.minY, this.#y + way));
    this.#change(Key.none);
    this.#tick += SHORTEST_TICKS;
  }

  #change(keys: Keys): void {
    if (keys === this.#keys) return;
    this.presses.push({ tick: this.#tick, seat: this.#hands.seat, keys });
    this.#keys = keys;
  }
}
