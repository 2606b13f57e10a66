// A player of human-like behaviour: acts on what is drawn, late and inexactly, and fidgets. Used by the netcode gate, the
// benches and the bots, always through the keys and the picture that people have.

import { type Court, contactLine } from "../pong/court.ts";
import { STANDARD_COURT } from "../pong/games.ts";
import { Key, type Keys, direction } from "../pong/keys.ts";
import { draw, drawNormal } from "../pong/random.ts";
import { TICKS_PER_SECOND } from "../pong/rules.ts";
import type { RenderState } from "../sdk/render-state.ts";

export interface Habits {
  /** From seeing to acting, in ms. */
  readonly reactionMs: number;
  /** Standard deviation of where a ball is thought to arrive, in court units. */
  readonly aimError: number;
  /** Needless taps a second. */
  readonly tapsPerSecond: number;
  /** Close enough to where one wants to be, in court units. */
  readonly content: number;
  /** Goes on moving, to hit the ball with another part of the paddle each time, until so long before it is there, in ms. */
  readonly movesUntilMs?: number;
  /** Sees motion between pictures, too, and knows what the own hand does, so that it does not matter how often they come. */
  readonly seesMotion?: boolean;
}

/** Average people: about 4.5 key changes a second in a rally. */
export const AVERAGE: Habits = { reactionMs: 220, aimError: 0.55, tapsPerSecond: 1.15, content: 0.3 };

/** A strong player, who moves until the last moment. */
export const STRONG: Habits = { reactionMs: 150, aimError: 0.18, tapsPerSecond: 1.15, content: 0.12, movesUntilMs: 30 };

/** Presses whatever there is, all the time: some twelve key changes a second. */
export const TAPPER: Habits = { ...AVERAGE, tapsPerSecond: 6 };

/** Presses as much, and misses most balls: matches are over soon. */
export const FUMBLER: Habits = { ...TAPPER, aimError: 2.5 };

interface Glimpse {
  readonly atMs: number;
  readonly balls: readonly { readonly x: number; readonly y: number }[];
}

/** How far off its middle whoever moves until the last moment has the ball meet the paddle, in court units; and when they begin to. */
const SWAY = 0.35;
const SWAY_MS = 160;

/** So long it takes people to see which way something moves. */
const MOTION_MS = 35;

/** A tap lasts about this long, in ms. */
const TAP_MS = 70;

export class Human {
  readonly #seat: number;
  readonly #habits: Habits;
  readonly #court: Court;
  #random: number;
  #seen: Glimpse[] = [];
  #error = 0;
  /** Where the own paddle was seen last, or has moved since by one's own doing. */
  #own = 0;
  #held: Keys = Key.none;
  /** A paddle follows half a tick later, on average: as long as fingers act every few ms, those before. */
  #heldBefore: Keys = Key.none;
  /** Off the middle of the paddle, and to its other side in the end. */
  #side = 0;
  #wasComing = false;
  #keys: Keys = Key.none;
  #tapUntilMs = 0;
  #tapKeys: Keys = Key.none;
  #lastMs = 0;

  constructor(seat: number, seed: number, habits: Habits = AVERAGE, court: Court = STANDARD_COURT) {
    this.#seat = seat;
    this.#habits = habits;
    this.#court = court;
    this.#random = seed >>> 0;
  }

  /** The keys to hold after seeing this picture. */
  decide(picture: RenderState, nowMs: number): Keys {
    this.see(picture, nowMs);
    return this.act(nowMs);
  }

  /** Looks at a picture. */
  see(picture: RenderState, nowMs: number): void {
    this.#seen.push({ atMs: nowMs, balls: picture.balls.map(({ x, y }) => ({ x, y })) });
    this.#own = picture.paddles[this.#seat]!.y;
  }

  /** The keys to hold after all that was seen so far. */
  act(nowMs: number): Keys {
    const passed = Math.min(100, Math.max(0, nowMs - this.#lastMs));
    this.#lastMs = nowMs;
    if (this.#habits.seesMotion === true) this.#feel(passed);
    const known = this.#glimpsed(nowMs - this.#habits.reactionMs);
    const target = known === null ? null : this.#target(known, nowMs);
    if (target !== null) this.#keys = this.#towards(target, this.#own);
    this.#fidget(nowMs, passed);
    this.#heldBefore = this.#held;
    this.#held = nowMs < this.#tapUntilMs ? this.#tapKeys : this.#keys;
    return this.#held;
  }

  /** Where the own paddle has got to by the keys that were held, whether it was drawn there or not. */
  #feel(passedMs: number): void {
    const moved = (direction(this.#heldBefore) * this.#court.paddleSpeed * TICKS_PER_SECOND * passedMs) / 1000;
    const { minY, maxY } = this.#court.rails[this.#seat]!;
    this.#own = Math.min(maxY, Math.max(minY, this.#own + moved));
  }

  /** The two latest glimpses that are old enough to have sunk in. */
  #glimpsed(untilMs: number): { later: Glimpse; earlier: Glimpse } | null {
    if (this.#habits.seesMotion === true) return this.#motion(untilMs);
    while (this.#seen.length > 2 && this.#seen[2]!.atMs <= untilMs) this.#seen.shift();
    const [earlier, later] = this.#seen;
    return earlier !== undefined && later !== undefined && later.atMs <= untilMs ? { earlier, later } : null;
  }

  /** What was to be seen then, and a moment before, whenever pictures came. */
  #motion(untilMs: number): { later: Glimpse; earlier: Glimpse } | null {
    const fromMs = untilMs - MOTION_MS;
    while (this.#seen.length > 3 && this.#seen[2]!.atMs <= fromMs) this.#seen.shift();
    const [oldest] = this.#seen;
    if (oldest === undefined || oldest.atMs > fromMs) return null;
    return { later: this.#between(untilMs), earlier: this.#between(fromMs) };
  }

  #between(atMs: number): Glimpse {
    const next = this.#seen.findIndex((glimpse) => glimpse.atMs > atMs);
    if (next <= 0) return { ...this.#seen.at(next)!, atMs };
    const [from, to] = [this.#seen[next - 1]!, this.#seen[next]!];
    const [before, after] = [this.#seen[next - 2] ?? from, this.#seen[next + 1] ?? to];
    const pictures = [before, from, to, after] as const;
    const balls = from.balls.map((_, at) => ({
      x: wayBetween(pictures, at, "x", atMs),
      y: wayBetween(pictures, at, "y", atMs),
    }));
    return { atMs, balls };
  }

  /** Where to be; null: too late to change anything. */
  #target(known: { later: Glimpse; earlier: Glimpse }, nowMs: number): number | null {
    const coming = this.#soonest(known);
    const isComing = coming !== null;
    if (isComing !== this.#wasComing) {
      this.#error = this.#gauss() * this.#habits.aimError;
      if (this.#habits.movesUntilMs !== undefined) this.#side = this.#chance() < 0.5 ? SWAY : -SWAY;
    }
    this.#wasComing = isComing;
    if (coming === null) return this.#error;
    const leftMs = coming.flight * 1000 - (nowMs - known.later.atMs);
    if (leftMs < (this.#habits.movesUntilMs ?? -Infinity)) return null;
    return this.#folded(coming.y) + this.#error + (leftMs < SWAY_MS ? -this.#side : this.#side);
  }

  /** Of the balls that come, the one that is here first: where, if there were no walls. Null: none comes. */
  #soonest({ later, earlier }: { later: Glimpse; earlier: Glimpse }): { y: number; flight: number } | null {
    const seconds = (later.atMs - earlier.atMs) / 1000;
    const rail = this.#court.rails[this.#seat]!;
    let soonest: { y: number; flight: number } | null = null;
    for (const [index, { x, y }] of later.balls.entries()) {
      const before = earlier.balls[index]!;
      const vx = (x - before.x) / seconds;
      const vy = (y - before.y) / seconds;
      if (vx * rail.facing >= -1) continue;
      const flight = (contactLine(this.#court, rail) - x) / vx;
      if (soonest === null || flight < soonest.flight) soonest = { y: y + vy * flight, flight };
    }
    return soonest;
  }

  /** Where a straight way ends up between the walls. */
  #folded(y: number): number {
    const half = this.#court.halfWidth - this.#court.ballRadius;
    let at = y;
    for (let bounces = 0; bounces < 6 && Math.abs(at) > half; bounces++) at = (at > 0 ? 2 : -2) * half - at;
    return at;
  }

  #towards(target: number, own: number): Keys {
    const off = target - own;
    if (Math.abs(off) < this.#habits.content) return Key.none;
    return off > 0 ? Key.up : Key.down;
  }

  #fidget(nowMs: number, passedMs: number): void {
    if (nowMs < this.#tapUntilMs) return;
    if (this.#chance() >= (this.#habits.tapsPerSecond * passedMs) / 1000) return;
    this.#tapUntilMs = nowMs + TAP_MS * (0.5 + this.#chance());
    this.#tapKeys = this.#keys !== Key.none ? Key.none : this.#chance() < 0.5 ? Key.up : Key.down;
  }

  #chance(): number {
    const drawn = draw(this.#random);
    this.#random = drawn.state;
    return drawn.value;
  }

  #gauss(): number {
    const drawn = drawNormal(this.#random);
    this.#random = drawn.state;
    return drawn.value;
  }
}

/**
 * Where a ball was between the second and the third of four pictures, along one axis. Where it came and went in opposite directions it
 * turned between them: as far as its way before leads, and its way afterwards comes from.
 */
function wayBetween(
  [before, from, to, after]: readonly [Glimpse, Glimpse, Glimpse, Glimpse],
  ball: number,
  axis: "x" | "y",
  atMs: number,
): number {
  const at = (glimpse: Glimpse): number => (glimpse.balls[ball] ?? from.balls[ball]!)[axis];
  const speed = (one: Glimpse, other: Glimpse): number =>
    one === other ? 0 : (at(other) - at(one)) / (other.atMs - one.atMs);
  const [coming, going] = [speed(before, from), speed(to, after)];
  const sinceMs = atMs - from.atMs;
  const passedMs = to.atMs - from.atMs;
  if (coming * going < 0) {
    const turnedMs = (at(to) - at(from) - going * passedMs) / (coming - going);
    if (turnedMs >= 0 && turnedMs <= passedMs)
      return sinceMs < turnedMs ? at(from) + coming * sinceMs : at(to) + going * (sinceMs - passedMs);
  }
  return at(from) + ((at(to) - at(from)) * sinceMs) / passedMs;
}
