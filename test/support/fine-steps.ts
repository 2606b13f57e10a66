// A second opinion on one tick of a rally: the same tick walked in thousands of tiny steps, with no formula for when things
// meet, only for how far apart they are. Written from the rules, not from pong/.

import type { Court, Rail } from "../../pong/court.ts";
import type { World } from "../../pong/world.ts";

export interface FineTick {
  /** What happened, in order: "hit 0", "wall 1", "goal 0". */
  readonly happened: readonly string[];
  /** The share of the tick at which each did. */
  readonly times: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly vx: number;
  readonly vy: number;
  /** How near the closest undecided thing came to being decided the other way. */
  readonly doubt: number;
}

/** Where the paddle on this rail is when a share of the tick has passed. */
function paddleAt(court: Court, world: World, rail: Rail, share: number): number {
  const { y, keys } = world.paddles[rail.seat]!;
  const way = keys === 1 ? 1 : keys === 2 ? -1 : 0;
  const end = Math.min(Math.max(y + way * court.paddleSpeed, rail.minY), rail.maxY);
  return y + (end - y) * share;
}

/** From the ball's surface to the paddle's: negative when they overlap. */
export function gap(court: Court, rail: Rail, paddleY: number, x: number, y: number): number {
  const nearest = Math.min(Math.max(y, paddleY - court.paddleHalfFace), paddleY + court.paddleHalfFace);
  return Math.hypot(x - rail.x, y - nearest) - court.paddleRadius - court.ballRadius;
}

export function walkTick(court: Court, world: World, steps: number): FineTick {
  let { x, y, vx, vy } = world.balls[0]!;
  let hits = world.hits;
  let doubt = Infinity;
  const happened: string[] = [];
  const times: number[] = [];
  const note = (what: string, share: number): void => {
    happened.push(what);
    times.push(share);
  };
  const edge = court.halfWidth - court.ballRadius;
  for (let i = 1; i <= steps; i++) {
    const share = i / steps;
    x += vx / steps;
    y += vy / steps;
    if (Math.abs(y) >= edge && y * vy > 0) {
      note(`wall ${y > 0 ? 1 : 0}`, share);
      vy = -vy;
    } else if (vy !== 0) doubt = Math.min(doubt, Math.abs(edge - Math.abs(y)));
    for (const rail of court.rails) {
      const inFront = (x - rail.x) * rail.facing;
      if (vx * rail.facing >= 0) continue;
      doubt = Math.min(doubt, Math.abs(inFront));
      if (inFront <= 0) continue;
      const paddleY = paddleAt(court, world, rail, share);
      const space = gap(court, rail, paddleY, x, y);
      if (space > 0) {
        doubt = Math.min(doubt, space);
        continue;
      }
      note(`hit ${rail.seat}`, share);
      hits++;
      const where = Math.min(
        1,
        Math.max(-1, (y - paddleY) / (court.paddleHalfFace + court.paddleRadius + court.ballRadius)),
      );
      const speed = Math.min(court.topSpeed, court.serveSpeed + hits * court.speedPerHit);
      const length = Math.hypot(1, where * court.steepest);
      vx = (rail.facing * speed) / length;
      vy = (where * court.steepest * speed) / length;
    }
    doubt = Math.min(doubt, Math.abs(court.halfLength - Math.abs(x)));
    if (Math.abs(x) >= court.halfLength) {
      note(`goal ${x < 0 ? 0 : 1}`, share);
      return { happened, times, x: 0, y: 0, vx: 0, vy: 0, doubt: Infinity };
    }
  }
  return { happened, times, x, y, vx, vy, doubt };
}
