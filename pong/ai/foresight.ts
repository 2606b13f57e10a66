// What the computer can work out from one look: where the ball will come to a player's line, by the rules of the game.

import { speedAfter } from "../ball.ts";
import { type Court, contactLine, reach } from "../court.ts";
import { type Game, step } from "../step.ts";
import { Phase, type World, cloneWorld } from "../world.ts";

/** A ball takes no longer than this from line to line, at the slowest and steepest. */
const LONGEST_FLIGHT_TICKS = 240;

export interface Arrival {
  /** The tick in which the ball comes to the line. */
  readonly tick: number;
  readonly y: number;
  /** How many walls it meets on the way. */
  readonly walls: number;
}

/** Where the ball comes to the line of a seat, or null when it does not fly there. Leaves the world as it is. */
export function arrivalAt(game: Game, world: World, seat: number): Arrival | null {
  const rail = game.court.rails[seat]!;
  const line = contactLine(game.court, rail);
  const flying = cloneWorld(world);
  const ball = flying.balls[0]!;
  if (flying.phase !== Phase.rally || ball.vx * rail.facing >= 0) return null;
  let walls = 0;
  for (let left = LONGEST_FLIGHT_TICKS; left > 0; left--) {
    const { y, vy } = ball;
    for (const one of step(game, flying)) {
      if (one.kind === "hit" && one.seat === seat) return { tick: flying.tick - 1, y: one.y, walls };
      if (one.kind === "wall") walls++;
    }
    // Past the line, and the paddle is elsewhere.
    if ((ball.x - line) * rail.facing <= 0 || flying.phase !== Phase.rally) {
      return { tick: flying.tick - 1, y: flying.phase === Phase.rally ? ball.y : y + vy, walls };
    }
  }
  return null;
}

/**
 * Where the ball goes when the paddle on this seat meets it at height `y`, `where` off the paddle's middle (a share of its
 * half, -1 to 1): the height at which it comes to the other line, folded at the walls.
 */
export function returnTo(court: Court, seat: number, y: number, where: number): number {
  const distance = Math.abs(contactLine(court, court.rails[seat]!)) * 2;
  const half = court.halfWidth - court.ballRadius;
  let at = y + where * court.steepest * distance;
  while (Math.abs(at) > half) at = (at > 0 ? 2 : -2) * half - at;
  return at;
}

/** How many ticks the ball takes back to the other line after `hits` hits, about. */
export function flightTicks(court: Court, seat: number, hits: number, where: number): number {
  const distance = Math.abs(contactLine(court, court.rails[seat]!)) * 2;
  const slope = where * court.steepest;
  return Math.floor((distance * Math.sqrt(1 + slope * slope)) / speedAfter(court, hits));
}

/** Half of the length in which a paddle can be touched. */
export function halfSpan(court: Court): number {
  return court.paddleHalfFace + reach(court);
}
