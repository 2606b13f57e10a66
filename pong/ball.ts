// The ball's three turns: served, returned by a paddle, bounced off a wall.

import { type Court, type Rail, type Segment, halfSpan } from "./court.ts";
import { draw } from "./random.ts";
import type { Ball, World } from "./world.ts";

/** The ball's speed after that many paddle hits, in units a tick. */
export function speedAfter(court: Court, hits: number): number {
  return Math.min(court.topSpeed, court.serveSpeed + court.speedPerHit * hits);
}

/** Sends a ball off at `speed` towards +x (`way` 1) or -x (-1), with `slope` = sideways over forward speed. */
function send(ball: Ball, speed: number, way: number, slope: number): void {
  const forward = speed / Math.sqrt(1 + slope * slope);
  ball.vx = way * forward;
  ball.vy = slope * forward;
}

/** Serves a resting ball away from the serving seat, at an angle drawn from the world's random numbers. */
export function serve(court: Court, world: World, ball: Ball): void {
  const angle = draw(world.random);
  world.random = angle.state;
  const rail = court.rails[ball.server]!;
  send(ball, court.serveSpeed, rail.facing, (angle.value * 2 - 1) * court.steepestServe);
}

/**
 * Returns the ball from a paddle whose centre is at `paddleY`. Where it hit gives the angle, nothing else does: the middle
 * sends it straight, the very end at the court's steepest.
 * @param hits paddle hits of the rally, this one counted
 */
export function bounceOffPaddle(court: Court, rail: Rail, paddleY: number, ball: Ball, hits: number): void {
  const where = Math.min(1, Math.max(-1, (ball.y - paddleY) / halfSpan(court)));
  send(ball, speedAfter(court, hits), rail.facing, where * court.steepest);
}

/**
 * No goal comes sooner than in the step that begins after this many whole ticks: the ball, as it flies, needs so long to the goal
 * line before it. Walls send it no faster there, and a paddle only away from there, to a line that is farther.
 */
export function ticksToGoal(court: Court, ball: Ball): number {
  let nearest = Infinity;
  for (const goal of court.goals) {
    const speed = -goal.inward * (goal.axis === "x" ? ball.vx : ball.vy);
    if (speed <= 0) continue;
    const distance = goal.inward * ((goal.axis === "x" ? ball.x : ball.y) - goal.at);
    nearest = Math.min(nearest, Math.floor(distance / speed));
  }
  return Math.max(0, nearest);
}

/** When, in the rest of this tick, the ball touches this wall: a number from 0 to `left`, or Infinity. */
export function timeToWall(court: Court, wall: Segment, ball: Ball, left: number): number {
  return timeToSegment(wall, ball, court.ballRadius, left);
}

/** The same for the ball's centre and a goal line. */
export function timeToGoal(goal: Segment, ball: Ball, left: number): number {
  return timeToSegment(goal, ball, 0, left);
}

function timeToSegment(segment: Segment, ball: Ball, margin: number, left: number): number {
  const across = segment.axis === "x";
  const speed = across ? ball.vx : ball.vy;
  if (speed * segment.inward >= 0) return Infinity;
  const distance = segment.at + segment.inward * margin - (across ? ball.x : ball.y);
  const time = Math.max(0, distance / speed);
  if (time > left) return Infinity;
  const along = across ? ball.y + ball.vy * time : ball.x + ball.vx * time;
  return along >= segment.from && along <= segment.to ? time : Infinity;
}

/** Turns the ball back from a wall. */
export function bounceOffWall(wall: Segment, ball: Ball): void {
  if (wall.axis === "x") ball.vx = -ball.vx;
  else ball.vy = -ball.vy;
}
