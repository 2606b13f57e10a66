// What the computer can work out from one look: where a ball will come to a player's line, by the rules of the game. It runs the
// real simulation on copies, so walls and whatever else a court has are all in it. How much it may run is counted in steps,
// never in time: the same look leads to the same thoughts on every machine.

import { contactLine } from "../court.ts";
import type { Game } from "../step.ts";
import type { Press } from "../timeline.ts";
import { Phase, type World, cloneWorld, copyWorld, flies } from "../world.ts";

/** A ball takes no longer than this from line to line, at the slowest and steepest. */
const LONGEST_FLIGHT_TICKS = 240;

/** How many steps of the simulation may still be run. */
export interface Budget {
  steps: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Arrival {
  /** Index of the ball. */
  readonly ball: number;
  /** The tick in which the ball comes to the line. */
  readonly tick: number;
  readonly y: number;
  /** Where it turns on the way. */
  readonly turns: readonly Point[];
  /** The table at the beginning of that tick, with no ball but this one. */
  readonly meeting: World;
}

/** Where the balls that fly towards a seat come to its line, the first one first. Leaves the world as it is. */
export function arrivalsAt(game: Game, world: World, seat: number, budget: Budget): Arrival[] {
  const arrivals: Arrival[] = [];
  for (let ball = 0; ball < world.balls.length; ball++) {
    const alone = cloneWorld(world);
    alone.balls = [alone.balls[ball]!];
    const arrival = follow(game, alone, seat, ball, budget);
    if (arrival !== null) arrivals.push(arrival);
  }
  return arrivals.toSorted((a, b) => a.tick - b.tick);
}

/**
 * Runs `flying`, which has one ball, on to where that ball comes to the line of a seat; null when it does not fly there, or
 * the budget is used up. Changes `flying`.
 */
export function follow(game: Game, flying: World, seat: number, number: number, budget: Budget): Arrival | null {
  const rail = game.court.rails[seat]!;
  const line = contactLine(game.court, rail);
  // The one that is followed is the only one there.
  const ball = flying.balls[0]!;
  if (!flies(flying, ball) || ball.vx * rail.facing >= 0) return null;
  const turns: Point[] = [];
  const meeting = cloneWorld(flying);
  for (let left = LONGEST_FLIGHT_TICKS; left > 0 && budget.steps > 0; left--) {
    // What comes before the line needs no copy to go back to.
    if ((ball.x + ball.vx - line) * rail.facing <= 0) copyWorld(meeting, flying);
    const { tick } = flying;
    const { y, vy } = ball;
    budget.steps--;
    for (const one of game.engine.step(game, flying)) {
      if (one.kind === "hit" && one.seat === seat) return { ball: number, tick, y: one.y, turns, meeting };
      if (one.kind === "wall") turns.push({ x: one.x, y: one.y });
    }
    const isOver = flying.phase !== Phase.rally;
    // Past the line, and the paddle is elsewhere.
    if (isOver || (ball.x - line) * rail.facing <= 0)
      return { ball: number, tick, y: isOver ? y + vy : ball.y, turns, meeting };
    if (ball.vx * rail.facing >= 0) return null;
  }
  return null;
}

/**
 * The table right after a seat has met this ball, by these presses of its own; null when it misses.
 * @param presses from the tick of `table` on, in order
 */
export function playedBy(
  game: Game,
  table: Readonly<World>,
  ball: number,
  seat: number,
  presses: readonly Press[],
  budget: Budget,
): World | null {
  const world = cloneWorld(table);
  world.balls = [world.balls[ball]!];
  let next = 0;
  for (; world.phase === Phase.rally && budget.steps > 0; budget.steps--) {
    for (; next < presses.length && presses[next]!.tick <= world.tick; next++)
      world.paddles[seat]!.keys = presses[next]!.keys;
    if (game.engine.step(game, world).some((one) => one.kind === "hit" && one.seat === seat)) return world;
  }
  return null;
}

/** Where the very end of a paddle is, as a share of its half. */
const EDGE = 0.98;
/** A ball that far off a paddle's middle is missed for certain; one a little nearer the round end may still meet. */
const SURELY_MISSED = 1.5;
/** Where a paddle that runs meets what it only just reaches, as a share of where it would standing, about. */
const RUNNING = 0.75;

/**
 * The table right after the paddle of a seat has met the ball at the place on it that is wanted, -1 (its lower end) to 1; null
 * when it can't. Where the rail ends it is another place: the answer says which. What it just misses counts as met by the end.
 */
export function struck(
  game: Game,
  { meeting, y }: Arrival,
  seat: number,
  where: number,
  span: number,
): { world: World; where: number } | null {
  if (Math.abs(where) > SURELY_MISSED) return null;
  const end = Math.min(EDGE, Math.max(-EDGE, where));
  // A ball that slips past the end of a paddle that stands may be met by one that is still on its way.
  return strike(game, meeting, seat, y, end * span, span) ?? strike(game, meeting, seat, y, end * RUNNING * span, span);
}

function strike(
  game: Game,
  meeting: World,
  seat: number,
  y: number,
  off: number,
  span: number,
): { world: World; where: number } | null {
  const rail = game.court.rails[seat]!;
  const world = cloneWorld(meeting);
  const paddle = world.paddles[seat]!;
  paddle.keys = 0;
  paddle.y = Math.min(rail.maxY, Math.max(rail.minY, y - off));
  const where = (y - paddle.y) / span;
  // The round ends of the paddle are met a tick or two later than its face.
  for (let tries = 0; tries < 4; tries++) {
    if (game.engine.step(game, world).some((one) => one.kind === "hit" && one.seat === seat)) return { world, where };
    if (world.phase !== Phase.rally) return null;
  }
  return null;
}
