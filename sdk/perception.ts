// What to draw at a moment: each thing at the latest tick that is known for certain, so that nothing drawn is taken back.
// A local perception filter (Sharkey, Ryan, Roberts 1998): own paddles at the present tick t, another paddle at t - L, where
// L is how late that player's presses come, and the ball at the tick s with s + D(s) = t, where D is the lateness of where
// the ball is at s: that of the paddle whose line it is at, in between a blend. ARCHITECTURE.md has the picture.

import { contactLine } from "../pong/court.ts";
import { type Timeline, happenedIn, worldAt } from "../pong/timeline.ts";
import { NOBODY, Phase, type World } from "../pong/world.ts";
import { MS_PER_TICK } from "../schema/timing.ts";
import { ballAt, paddleAt, type Point } from "./between-ticks.ts";
import type { Picture } from "./picture.ts";

/** A corrected drawing has made up half of its error after this long: a frame. */
const EASE_HALF_MS = 16;
/** Smaller errors than this nobody sees, in court units. */
const EASED = 0.02;

/** What was drawn off the truth when a press came too late: it is made up within a few frames. */
interface Ease extends Point {
  /** Of paddles, only y is used. */
}

export class Perception {
  readonly picture: Picture;
  readonly #ballEase: Ease[];
  readonly #paddleEase: number[];
  #drawnAtMs = -Infinity;

  constructor(seats: number, balls: number) {
    this.picture = {
      tick: -1,
      servesIn: 0,
      moments: [],
      balls: Array.from({ length: balls }, () => ({ x: 0, y: 0, tick: -1, flying: false, speed: 0 })),
      paddles: Array.from({ length: seats }, (_, seat) => ({ seat, y: 0, tick: -1 })),
    };
    this.#ballEase = this.picture.balls.map(() => ({ x: 0, y: 0 }));
    this.#paddleEase = this.picture.paddles.map(() => 0);
  }

  /** The oldest tick that the next drawing may need. */
  get oldestTick(): number {
    let oldest = this.picture.tick;
    for (const ball of this.picture.balls) oldest = Math.min(oldest, ball.tick);
    for (const paddle of this.picture.paddles) oldest = Math.min(oldest, paddle.tick);
    return Math.floor(oldest);
  }

  /**
   * Draws the present.
   * @param t the present tick with its fraction; @param late by seat, in ticks, 0 for own seats; @param nowMs for easing
   */
  draw(timeline: Timeline, t: number, late: readonly number[], nowMs: number): Picture {
    const { picture } = this;
    const begin = timeline.confirmed.tick;
    const present = Math.max(picture.tick, t);
    picture.tick = present;
    picture.moments.length = 0;
    this.#decay(nowMs);
    for (const paddle of picture.paddles) {
      paddle.tick = Math.max(paddle.tick, present - late[paddle.seat]!);
      paddle.y = paddleAt(timeline, paddle.seat, Math.max(begin, paddle.tick)) + this.#paddleEase[paddle.seat]!;
    }
    for (const [index, ball] of picture.balls.entries()) {
      const before = ball.tick;
      ball.tick = Math.max(before, solve(timeline, index, present, late, before));
      // Before its keyframe a timeline stands still.
      const tick = Math.max(begin, ball.tick);
      const at = ballAt(timeline, index, tick);
      ball.x = at.x + this.#ballEase[index]!.x;
      ball.y = at.y + this.#ballEase[index]!.y;
      const world = worldAt(timeline, Math.floor(tick));
      const body = world.balls[index]!;
      ball.flying = world.phase === Phase.rally;
      ball.speed = Math.sqrt(body.vx * body.vx + body.vy * body.vy);
      if (index === 0) this.#collectMoments(timeline, before, tick);
      if (index === 0) picture.servesIn = ((world.rest - (tick - world.tick)) * MS_PER_TICK) / 1000;
    }
    picture.servesIn = worldAt(timeline, begin).phase === Phase.over ? 0 : Math.max(0, picture.servesIn);
    return picture;
  }

  /** Changes the timeline; what that moves under things already drawn is eased in. */
  correct(timeline: Timeline, change: () => void): void {
    const { picture } = this;
    const begin = timeline.confirmed.tick;
    if (picture.tick < begin) return change();
    const balls = picture.balls.map((ball, index) => ({ ...ballAt(timeline, index, Math.max(begin, ball.tick)) }));
    const paddles = picture.paddles.map((one) => paddleAt(timeline, one.seat, Math.max(begin, one.tick)));
    change();
    for (const [index, ball] of picture.balls.entries()) {
      const now = ballAt(timeline, index, Math.max(begin, ball.tick));
      this.#ballEase[index]!.x += balls[index]!.x - now.x;
      this.#ballEase[index]!.y += balls[index]!.y - now.y;
    }
    for (const [index, paddle] of picture.paddles.entries()) {
      this.#paddleEase[index]! += paddles[index]! - paddleAt(timeline, paddle.seat, Math.max(begin, paddle.tick));
    }
  }

  /** Another timeline takes the place of `old`. After a pause or a break of the line the difference is eased in; a new match begins at once. */
  replace(old: Timeline | null, next: Timeline): void {
    const { picture } = this;
    const isFresh = next.confirmed.serves === 0 && next.confirmed.rest === next.confirmed.restLength;
    if (old === null || isFresh) return this.#settle();
    const begin = next.confirmed.tick;
    for (const [index, ball] of picture.balls.entries()) {
      const now = ballAt(next, index, Math.max(begin, ball.tick));
      this.#ballEase[index] = { x: ball.x - now.x, y: ball.y - now.y };
    }
    for (const [index, paddle] of picture.paddles.entries()) {
      this.#paddleEase[index] = paddle.y - paddleAt(next, paddle.seat, Math.max(begin, paddle.tick));
    }
  }

  #settle(): void {
    for (const ease of this.#ballEase) Object.assign(ease, { x: 0, y: 0 });
    this.#paddleEase.fill(0);
  }

  #decay(nowMs: number): void {
    const share = this.#drawnAtMs === -Infinity ? 1 : 0.5 ** ((nowMs - this.#drawnAtMs) / EASE_HALF_MS);
    this.#drawnAtMs = nowMs;
    const shrink = (value: number): number => (Math.abs(value) < EASED ? 0 : value * share);
    for (const ease of this.#ballEase) {
      ease.x = shrink(ease.x);
      ease.y = shrink(ease.y);
    }
    for (let seat = 0; seat < this.#paddleEase.length; seat++) {
      this.#paddleEase[seat] = shrink(this.#paddleEase[seat]!);
    }
  }

  #collectMoments(timeline: Timeline, before: number, tick: number): void {
    const from = Math.max(timeline.confirmed.tick, Math.floor(before));
    for (let at = from; at <= Math.floor(tick); at++) {
      for (const one of happenedIn(timeline, at)) {
        if (one.at > before && one.at <= tick) this.picture.moments.push(one);
      }
    }
  }
}

/** The tick s with s + D(s) = t, looked for from the tick drawn last; D is taken as straight between two ticks. */
function solve(timeline: Timeline, index: number, t: number, late: readonly number[], drawn: number): number {
  let tick = Math.max(timeline.confirmed.tick, Math.floor(drawn));
  let shown = tick + latenessOf(timeline, index, worldAt(timeline, tick), late);
  // Not even the keyframe is due: it is shown as it stands, at the time it has from it.
  if (shown >= t) return t - (shown - tick);
  for (;;) {
    const next = tick + 1 + latenessOf(timeline, index, worldAt(timeline, tick + 1), late);
    if (next >= t) return tick + (t - shown) / (next - shown);
    tick++;
    shown = next;
  }
}

/** How late the place is where this ball is, in ticks. */
function latenessOf(timeline: Timeline, index: number, world: World, late: readonly number[]): number {
  const { court } = timeline.game;
  const middle = latenessAt(timeline, court.spots[index]!.x, late);
  if (world.phase === Phase.rally) return latenessAt(timeline, world.balls[index]!.x, late);
  if (world.conceded === NOBODY) return middle;
  const conceded = late[world.conceded]!;
  if (world.phase === Phase.over) return conceded;
  // The ball has jumped to its spot; the time it is drawn at must not, so it goes over during the rest.
  return conceded + (middle - conceded) * (1 - world.rest / world.restLength);
}

/**
 * The lateness at a place between two paddles' lines, in ticks. The lines are taken a fastest tick's way early, so that every
 * tick in which a paddle can be touched is drawn wholly at that paddle's own time.
 */
function latenessAt(timeline: Timeline, x: number, late: readonly number[]): number {
  const { court } = timeline.game;
  const [left, right] = court.rails;
  const low = contactLine(court, left!) + court.topSpeed;
  const high = contactLine(court, right!) - court.topSpeed;
  const share = Math.min(1, Math.max(0, (x - low) / (high - low)));
  return late[left!.seat]! + (late[right!.seat]! - late[left!.seat]!) * share;
}
