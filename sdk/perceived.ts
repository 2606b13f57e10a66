// The arithmetic of the local perception filter (perception.ts says what it is): which tick each thing is shown at, and what
// is there then. Shared by who plays, whose drawn time may only go on (perception.ts), and who looks at a recording (film.ts).

import { type Court, contactLine } from "../pong/court.ts";
import type { SimEvent } from "../pong/step.ts";
import { type Timeline, happenedIn, worldAt } from "../pong/timeline.ts";
import { NOBODY, Phase, type World, flies } from "../pong/world.ts";
import { MS_PER_TICK } from "../schema/timing.ts";
import { ballAt } from "./between-ticks.ts";
import type { DrawnBall, RenderState } from "./render-state.ts";

/** A picture of nothing yet, to be filled. */
export function createRenderState({ rails, spots }: Court): RenderState {
  return {
    tick: -1,
    servesIn: 0,
    serving: 0,
    moments: [],
    balls: spots.map(() => ({ x: 0, y: 0, tick: -1, flying: false, speed: 0, beyond: null })),
    paddles: rails.map(({ seat }) => ({ seat, y: 0, tick: -1 })),
  };
}

/** Fills in a ball as it is at this tick, which the timeline has. The ball's own `tick` is left to the caller. */
export function placeBall(ball: DrawnBall, timeline: Timeline, index: number, tick: number): void {
  const { x, y } = ballAt(timeline, index, tick);
  ball.x = x;
  ball.y = y;
  const world = worldAt(timeline, Math.floor(tick));
  const { vx, vy } = world.balls[index]!;
  ball.flying = flies(world, world.balls[index]!);
  ball.speed = Math.sqrt(vx * vx + vy * vy);
}

/** Says of a picture which ball is served next and when, each at the tick that it is shown at or, before it, the keyframe's. */
export function showNextServe(picture: RenderState, timeline: Timeline): void {
  picture.servesIn = 0;
  for (const [index, ball] of picture.balls.entries()) {
    const tick = Math.max(timeline.confirmed.tick, ball.tick);
    const seconds = secondsToServe(timeline, index, tick);
    if (seconds <= 0 || (picture.servesIn > 0 && picture.servesIn <= seconds)) continue;
    picture.servesIn = seconds;
    picture.serving = index;
  }
}

/** Seconds until a ball that is shown at this tick is served; 0 or less while it flies. */
function secondsToServe(timeline: Timeline, index: number, tick: number): number {
  const world = worldAt(timeline, Math.floor(tick));
  return ((world.balls[index]!.rest - (tick - world.tick)) * MS_PER_TICK) / 1000;
}

/** What happened to a ball after `before` up to `tick`, in order. @param takes whether something that happened is wanted */
export function collectMoments(
  into: SimEvent[],
  timeline: Timeline,
  ball: number,
  before: number,
  tick: number,
  takes: (one: SimEvent) => boolean = () => true,
): void {
  const from = Math.max(timeline.confirmed.tick, Math.floor(before));
  for (let at = from; at <= Math.floor(tick); at++) {
    for (const one of happenedIn(timeline, at)) {
      if (one.ball === ball && one.at > before && one.at <= tick && takes(one)) into.push(one);
    }
  }
}

/**
 * The tick s that a ball is shown at: s + D(s) = t, looked for from tick `drawn` on; D is taken as straight between two ticks.
 * @param late how late each seat's paddle is shown, in ticks, 0 for own seats
 */
export function shownTick(
  timeline: Timeline,
  index: number,
  t: number,
  late: readonly number[],
  drawn: number,
): number {
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
  const ball = world.balls[index]!;
  const isOver = world.phase === Phase.over;
  // Once a match is over, balls stand still that were on their way.
  if (isOver ? ball.vx !== 0 : ball.rest === 0) return latenessAt(timeline, ball.x, late);
  const middle = latenessAt(timeline, court.spots[index]!.x, late);
  if (ball.conceded === NOBODY) return middle;
  const conceded = late[ball.conceded]!;
  if (isOver && ball.rest === 0) return conceded;
  // The ball has jumped to its spot; the time it is drawn at must not, so it goes over during the rest.
  return conceded + (middle - conceded) * (1 - ball.rest / ball.restLength);
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
  const share = rounded((x - low) / (high - low));
  return late[left!.seat]! + (late[right!.seat]! - late[left!.seat]!) * share;
}

/** This share of the way between the lines, at each end, has the lateness begin to change little by little. */
const CORNER = 0.12;

/** From 0 to 1 and straight in between, but with rounded corners, where a ball would change its speed with a jerk. */
function rounded(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  if (share > 0.5) return 1 - rounded(1 - share);
  const slope = 1 / (1 - CORNER);
  return share < CORNER ? (slope * share * share) / (2 * CORNER) : slope * (share - CORNER / 2);
}
