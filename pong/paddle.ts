// How a paddle moves, and when a moving ball meets a moving paddle.

import { type Court, type Rail, reach } from "./court.ts";
import { direction } from "./keys.ts";
import type { Ball, Paddle } from "./world.ts";

/** How far the paddle goes along y in this tick: its keys at the one speed, stopped at the rail's ends. */
export function travel(court: Court, rail: Rail, paddle: Paddle): number {
  const wanted = paddle.y + direction(paddle.keys) * court.paddleSpeed;
  return Math.min(rail.maxY, Math.max(rail.minY, wanted)) - paddle.y;
}

/**
 * When, in the rest of this tick, the ball touches the paddle: a number from 0 to `left`, or Infinity.
 *
 * The ball is a point against the paddle's capsule grown by the ball's radius, in the paddle's own frame, so a paddle
 * that moves at full speed tunnels no more than one that stands. Only a ball on its way to that goal and still in front of
 * the paddle's core can be hit; one that has passed is lost.
 *
 * @param y the paddle's centre now; @param dy how far it would go in a whole tick; @param left share of the tick, 0 to 1
 */
export function timeToHit(court: Court, rail: Rail, y: number, dy: number, ball: Ball, left: number): number {
  const vx = ball.vx * rail.facing;
  const px = (ball.x - rail.x) * rail.facing;
  if (vx >= 0 || px <= 0) return Infinity;
  const radius = reach(court);
  const py = ball.y - y;
  const vy = ball.vy - dy;
  if (px + vx * left > radius) return Infinity;

  const face = (px - radius) / -vx;
  if (face >= 0 && Math.abs(py + vy * face) <= court.paddleHalfFace) return face;
  if (face < 0 && Math.abs(py) <= court.paddleHalfFace) return 0;
  const near = timeToCircle(px, py - court.paddleHalfFace, vx, vy, radius);
  const far = timeToCircle(px, py + court.paddleHalfFace, vx, vy, radius);
  const time = Math.min(near, far);
  return time <= left && px + vx * time > 0 ? time : Infinity;
}

/** When a point at (px, py) going (vx, vy) comes within `radius` of the origin: 0 if it is there, Infinity if never. */
function timeToCircle(px: number, py: number, vx: number, vy: number, radius: number): number {
  const outside = px * px + py * py - radius * radius;
  const approach = px * vx + py * vy;
  if (outside <= 0) return 0;
  if (approach >= 0) return Infinity;
  const speed = vx * vx + vy * vy;
  const root = approach * approach - speed * outside;
  return root < 0 ? Infinity : (-approach - Math.sqrt(root)) / speed;
}
