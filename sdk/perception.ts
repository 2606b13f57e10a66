// What to draw at a moment: each thing at the latest tick that is known for certain, so that nothing drawn is taken back.
// A local perception filter (Sharkey, Ryan, Roberts 1998): own paddles at the present tick t, another paddle at t - L, where
// L is how late that player's presses come, and the ball at the tick s with s + D(s) = t, where D is the lateness of where
// the ball is at s: that of the paddle whose line it is at, in between a blend. ARCHITECTURE.md has the picture.
// The arithmetic: perceived.ts.

import type { Court } from "../pong/court.ts";
import { STANDARD_COURT } from "../pong/games.ts";
import { MAX_SPECULATIVE_TICKS, type Timeline, worldAt } from "../pong/timeline.ts";
import { Phase } from "../pong/world.ts";
import { ballAt, paddleAt, type Point } from "./between-ticks.ts";
import { collectMoments, createRenderState, placeBall, showNextServe, shownTick } from "./perceived.ts";
import type { RenderState } from "./render-state.ts";
import { type Certainty, UntoldGoals, isOfGoal } from "./untold-goals.ts";

/** A corrected drawing has made up half of its error after this long: a frame. */
const EASE_HALF_MS = 16;
/**
 * The most that is made up at once, of each coordinate, in court units a ms: a large error is no jump but a slide, of less than 2 % of
 * the table a frame.
 */
const EASED_PER_MS = (0.0125 * 2 * STANDARD_COURT.halfLength * 60) / 1000;
/** Smaller errors than this nobody sees, in court units. */
const EASED = 0.02;

/** What was drawn off the truth when a press came too late: it is made up within a few frames. */
interface Ease extends Point {
  /** Of paddles, only y is used. */
}

/** The nearest tick that this timeline can be asked for: whoever drew on while the others paused for long is past its last. */
function within({ confirmed }: Timeline, tick: number): number {
  return Math.min(confirmed.tick + MAX_SPECULATIVE_TICKS - 2, Math.max(confirmed.tick, tick));
}

export class Perception {
  picture: RenderState;
  #goals: UntoldGoals;
  #ballEase: Ease[] = [];
  #paddleEase: number[] = [];
  #drawnAtMs = -Infinity;

  constructor(court: Court) {
    this.picture = createRenderState(court);
    this.#goals = new UntoldGoals(court.spots.length);
    this.#settle();
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
   * @param t the present tick with its fraction; @param late by seat, in ticks, 0 for own seats; @param nowMs for easing;
   * @param certain what can't be taken back: goals are told by it
   */
  draw(timeline: Timeline, t: number, late: readonly number[], nowMs: number, certain: Certainty): RenderState {
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
      ball.tick = Math.max(before, shownTick(timeline, index, present, late, before));
      // Before its keyframe a timeline stands still.
      const tick = Math.max(begin, ball.tick);
      placeBall(ball, timeline, index, tick);
      ball.x += this.#ballEase[index]!.x;
      ball.y += this.#ballEase[index]!.y;
      collectMoments(picture.moments, timeline, index, before, tick, (one) => !isOfGoal(one));
      const beyond = this.#goals.look(timeline, index, tick, certain, picture.moments);
      const { x, y } = this.#ballEase[index]!;
      ball.beyond = beyond && { x: beyond.x + x, y: beyond.y + y };
    }
    if (picture.moments.length > 1) picture.moments.sort((one, other) => one.at - other.at);
    showNextServe(picture, timeline);
    if (worldAt(timeline, begin).phase === Phase.over) picture.servesIn = 0;
    return picture;
  }

  /** Changes the timeline; what that moves under things already drawn is eased in. */
  correct(timeline: Timeline, change: () => void): void {
    const { picture } = this;
    const begin = timeline.confirmed.tick;
    if (picture.tick < begin) return change();
    const balls = picture.balls.map((ball, index) => this.#seen(timeline, index, ball.tick));
    const paddles = picture.paddles.map((one) => paddleAt(timeline, one.seat, within(timeline, one.tick)));
    change();
    for (const [index, ball] of picture.balls.entries()) {
      const now = this.#seen(timeline, index, ball.tick);
      this.#ballEase[index]!.x += balls[index]!.x - now.x;
      this.#ballEase[index]!.y += balls[index]!.y - now.y;
    }
    for (const [index, paddle] of picture.paddles.entries()) {
      this.#paddleEase[index]! += paddles[index]! - paddleAt(timeline, paddle.seat, within(timeline, paddle.tick));
    }
  }

  /**
   * Another timeline takes the place of `old`. After a pause or a reconnection the difference is eased in; a new match
   * begins at once.
   */
  replace(old: Timeline | null, next: Timeline): void {
    const { court } = next.game;
    if (court.spots.length !== this.picture.balls.length) {
      this.picture = createRenderState(court);
      this.#goals = new UntoldGoals(court.spots.length);
    }
    const { picture } = this;
    const { serves, balls } = next.confirmed;
    const isFresh = serves === 0 && balls.every(({ rest, restLength }) => rest === restLength);
    if (old === null || old.game.court !== court || isFresh) return this.#settle();
    for (const [index, ball] of picture.balls.entries()) {
      const now = ballAt(next, index, within(next, ball.tick));
      this.#ballEase[index] = { x: ball.x - now.x, y: ball.y - now.y };
    }
    for (const [index, paddle] of picture.paddles.entries()) {
      this.#paddleEase[index] = paddle.y - paddleAt(next, paddle.seat, within(next, paddle.tick));
    }
  }

  /** Where a ball is seen, but for what is eased. */
  #seen(timeline: Timeline, index: number, drawn: number): Point {
    const tick = within(timeline, drawn);
    return this.#goals.beyond(timeline, index, tick) ?? { ...ballAt(timeline, index, tick) };
  }

  #settle(): void {
    this.#ballEase = this.picture.balls.map(() => ({ x: 0, y: 0 }));
    this.#paddleEase = this.picture.paddles.map(() => 0);
  }

  #decay(nowMs: number): void {
    const passedMs = this.#drawnAtMs === -Infinity ? 0 : nowMs - this.#drawnAtMs;
    const share = 0.5 ** (passedMs / EASE_HALF_MS);
    this.#drawnAtMs = nowMs;
    const most = EASED_PER_MS * Math.max(0, passedMs);
    const shrink = (value: number): number => {
      if (Math.abs(value) < EASED) return 0;
      const made = value * (1 - share);
      return value - Math.min(most, Math.max(-most, made));
    };
    for (const ease of this.#ballEase) {
      ease.x = shrink(ease.x);
      ease.y = shrink(ease.y);
    }
    for (let seat = 0; seat < this.#paddleEase.length; seat++) {
      this.#paddleEase[seat] = shrink(this.#paddleEase[seat]!);
    }
  }
}
