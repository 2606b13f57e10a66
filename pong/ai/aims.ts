// Where to return a ball to: the computer tries each place on its paddle in the real simulation, and computes the chance that it
// wins the point. The maths: docs/ai.md.

import { halfSpan } from "../court.ts";
import type { Game } from "../step.ts";
import type { World } from "../world.ts";
import { normalUnder } from "./chance.ts";
import { type Arrival, type Budget, follow, struck } from "./foresight.ts";
import { type Habits, returnFactor } from "./habits.ts";
import type { Style } from "./styles.ts";

/** Places on the paddle that are tried: shares of its half, from its lower to its upper end. */
const PLACES = [-0.85, -0.6, -0.35, 0, 0.35, 0.6, 0.85];
/** Places on the other's paddle that are expected. */
const REPLY_PLACES = [-0.6, 0, 0.6];
/** Deviation of where average people think that a ball arrives, in court units. */
const THEIR_ERROR = 0.7;
/** Places nearer to each other than this are one. */
const SAME = 0.01;
/** Nobody gets every ball, however easy it is. */
const MOST_CERTAIN = 0.99;
/** How far back to where they wait people usually get. */
const THEIR_RECOVERY = 0.85;
/** A ball that many court units behind who runs is wholly behind them. */
const WHOLLY_BEHIND = 3;
/** From the other's hit until one sees where the ball goes, in ticks. */
export const LEAVING_TICKS = 4;
/** A player who has got to a ball is as likely to win the point as not. */
const EVEN = 0.5;

export interface Aim {
  /** Where on its paddle the computer would meet the ball, -1 to 1. */
  readonly where: number;
  /** Where its middle is to be for that. */
  readonly paddleY: number;
  /** Where the ball comes to the other's line, and where it turns on the way. */
  readonly y: number;
  readonly turns: Arrival["turns"];
  /** Chances: that it meets the ball, and that the other one does. */
  readonly ownChance: number;
  readonly theirChance: number;
  /** The chance to win the point, by these. */
  readonly value: number;
  /** The same as its style and its whim have it: the highest is chosen. */
  worth: number;
}

/** What is known before any place is tried. */
export interface Prospect {
  readonly game: Game;
  readonly seat: number;
  readonly table: Readonly<World>;
  readonly arrival: Arrival;
  readonly habits: Habits;
  readonly style: Style;
  /** Where its own paddle is when it can begin to move, and the tick of that. */
  readonly own: number;
  readonly begin: number;
  /** Deviation of its own error at this ball. */
  readonly error: number;
  /** From a look to its first press, in ticks. */
  readonly reaction: number;
}

/** All places that can be tried within the budget, in the order of PLACES. */
export function considerAims(prospect: Prospect, budget: Budget): Aim[] {
  const { game, seat, arrival } = prospect;
  const span = halfSpan(game.court);
  const theirs = whereTheyWillBe(prospect);
  const aims: Aim[] = [];
  for (const place of PLACES) {
    const where = reachable(prospect, place, span);
    const hit = struck(game, arrival, seat, where, span);
    // Where there is no time for another place, or no room at the end of the rail, several come to the same.
    if (hit === null || aims.some((aim) => Math.abs(aim.where - hit.where) < SAME)) continue;
    const gone = follow(game, hit.world, 1 - seat, 0, budget);
    if (gone === null) continue;
    const ownChance = meets(Math.abs(where) > 1 ? where : hit.where, span, prospect.error * prospect.style.caution);
    const theirChance = theyReturn(prospect, theirs.y, gone);
    const next = chanceOfNext(prospect, arrival.y - hit.where * span, gone, budget);
    const value = ownChance * (1 - theirChance + theirChance * next * EVEN);
    const behind = Math.min(1, Math.max(0, (-(gone.y - theirs.y) * theirs.way) / WHOLLY_BEHIND));
    const { pressure, wrongFoot } = prospect.style;
    aims.push({
      where: hit.where,
      paddleY: arrival.y - hit.where * span,
      y: gone.y,
      turns: gone.turns,
      ownChance,
      theirChance,
      value,
      worth: value + ownChance * (pressure * (1 - theirChance) + wrongFoot * behind),
    });
  }
  return aims;
}

/** The place on the paddle nearest to the one that is wanted that can be brought to the ball in time. */
function reachable({ game, arrival, own, begin }: Prospect, place: number, span: number): number {
  const way = Math.max(0, arrival.tick - begin) * game.court.paddleSpeed;
  const paddleY = Math.min(own + way, Math.max(own - way, arrival.y - place * span));
  return (arrival.y - paddleY) / span;
}

/** The chance that the paddle meets the ball when it aims at this place on itself. */
function meets(where: number, span: number, error: number): number {
  const deviation = Math.max(error, 0.01);
  return normalUnder(((1 - where) * span) / deviation) - normalUnder(((-1 - where) * span) / deviation);
}

/** Where the other paddle will be when the ball is met here, and which way it runs then: -1, 0 or 1. */
function whereTheyWillBe({ game, seat, table, arrival, habits }: Prospect): { y: number; way: number } {
  const { y } = table.paddles[1 - seat]!;
  const target = y + (habits.home - y) * THEIR_RECOVERY;
  const way = (arrival.tick - table.tick) * game.court.paddleSpeed;
  const then = Math.min(y + way, Math.max(y - way, target));
  return { y: then, way: habits.home > y + 1 ? 1 : habits.home < y - 1 ? -1 : 0 };
}

/** The chance that the other one, who stands at `from` when the ball is met here, gets to it. */
function theyReturn({ game, arrival, habits }: Prospect, from: number, gone: Arrival): number {
  const { court } = game;
  const runs = Math.max(0, gone.tick - arrival.tick - habits.reaction) * court.paddleSpeed;
  const spare = runs + halfSpan(court) - Math.abs(gone.y - from);
  const reckoned = Math.min(MOST_CERTAIN, normalUnder(spare / THEIR_ERROR));
  return Math.min(MOST_CERTAIN, reckoned * returnFactor(habits, court, gone.y));
}

/** The chance to get the answer to a ball that comes to the other's line like this. */
function chanceOfNext(
  { game, seat, arrival, reaction, error }: Prospect,
  ownY: number,
  gone: Arrival,
  budget: Budget,
): number {
  const { court } = game;
  const span = halfSpan(court);
  // It goes back to the middle first, as far as it gets.
  const back = Math.min(Math.abs(ownY), (gone.tick - arrival.tick) * court.paddleSpeed);
  const waits = ownY < 0 ? ownY + back : ownY - back;
  let [sum, count] = [0, 0];
  for (const place of REPLY_PLACES) {
    const hit = struck(game, gone, 1 - seat, place, span);
    const answer = hit === null ? null : follow(game, hit.world, seat, 0, budget);
    if (answer === null) continue;
    const runs = Math.max(0, answer.tick - gone.tick - LEAVING_TICKS - reaction) * court.paddleSpeed;
    const spare = runs + span - Math.abs(answer.y - waits);
    sum += Math.min(MOST_CERTAIN, normalUnder(spare / Math.max(0.1, error)));
    count++;
  }
  return count === 0 ? EVEN : sum / count;
}
