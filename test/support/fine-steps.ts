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
  /** How near anything that did not happen came to happening; 0 when two things came at almost the same time. */
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
  let hits = world.balls[0]!.hits;
  /** How near each thing has come, as long as it has not happened. */
  const nearest = new Map<string, number>();
  const happened: string[] = [];
  const times: number[] = [];
  const approach = (what: string, space: number): void => {
    nearest.set(what, Math.min(space, nearest.get(what) ?? Infinity));
  };
  const note = (what: string, share: number): void => {
    nearest.delete(what);
    happened.push(what);
    times.push(share);
  };
  const edge = court.halfWidth - court.ballRadius;
  for (let i = 1; i <= steps; i++) {
    const share = i / steps;
    x += vx / steps;
    y += vy / steps;
    const side = y > 0 ? 1 : 0;
    if (y * vy > 0 && Math.abs(y) >= edge) {
      note(`wall ${side}`, share);
      vy = -vy;
    } else if (y * vy > 0) approach(`wall ${side}`, edge - Math.abs(y));
    for (const rail of court.rails) {
      if (vx * rail.facing >= 0 || (x - rail.x) * rail.facing <= 0) continue;
      const paddleY = paddleAt(court, world, rail, share);
      const space = gap(court, rail, paddleY, x, y);
      if (space > 0) {
        approach(`hit ${rail.seat}`, space);
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
    approach("goal", court.halfLength - Math.abs(x));
    if (Math.abs(x) >= court.halfLength) {
      note(`goal ${x < 0 ? 0 : 1}`, share);
      nearest.delete("goal");
      [x, y, vx, vy] = [0, 0, 0, 0];
      break;
    }
  }
  const together = times.some((time, i) => i > 0 && time - times[i - 1]! < 8 / steps);
  return { happened, times, x, y, vx, vy, doubt: together ? 0 : Math.min(...nearest.values()) };
}
