// What the computer has noticed of its opponent in this match: where they wait, how fast they set off, where their returns come
// to, which of its aims they get to. It learns from looks only (glimpse.ts), and remembers nothing after the match.

import type { Court } from "../court.ts";
import { type World, flies } from "../world.ts";
import type { Glimpse } from "./glimpse.ts";
import { paddleAt } from "./paddle-then.ts";

/** The opponent's line is taken in so many pieces of the same length. */
const ZONES = 3;
/** What is noticed counts as so much of what was known before. */
const SHARE = 0.25;
/** The mean of where returns come to follows new ones no slower than this. */
const LEAST_SHARE = 0.04;
/** What was expected of a zone counts like so many balls that were seen. */
const PRIOR_BALLS = 4;
/** Average people set off after so many ticks. */
const USUAL_REACTION = 13;
const SHORTEST_REACTION = 6;
const LONGEST_REACTION = 30;
/** A player who already holds the keys does not set off. */
const SOONEST_NOTICED = 3;

interface Zone {
  /** Balls that the computer expected to come back, and that did. */
  expected: number;
  returned: number;
}

/** What the computer did last, and what it expected. */
export interface Shot {
  /** Index of the ball. */
  readonly ball: number;
  /** The tick in which it meets the ball. */
  readonly tick: number;
  /** Where the ball should come to the other's line, and with which chance they get it. */
  readonly y: number;
  readonly theirChance: number;
  /** Hits of the rally and points against the other, before it. */
  readonly hits: number;
  readonly points: number;
}

export interface Habits {
  home: number;
  reaction: number;
  /** Mean of where their returns came to the computer's line, and how many it saw. */
  replyY: number;
  replies: number;
  readonly zones: readonly Zone[];
  /** The last look, and what was done after it. */
  last: Readonly<World> | null;
  shot: Shot | null;
}

export function noHabits(): Habits {
  return {
    home: 0,
    reaction: USUAL_REACTION,
    replyY: 0,
    replies: 0,
    zones: Array.from({ length: ZONES }, () => ({ expected: 0, returned: 0 })),
    last: null,
    shot: null,
  };
}

function zoneOf(court: Court, y: number): number {
  const share = (y + court.halfWidth) / (2 * court.halfWidth);
  return Math.min(ZONES - 1, Math.max(0, Math.floor(share * ZONES)));
}

/** By what factor the opponent returns more balls to this place than was expected. */
export function returnFactor({ zones }: Habits, court: Court, y: number): number {
  const { expected, returned } = zones[zoneOf(court, y)]!;
  return (returned + PRIOR_BALLS) / (expected + PRIOR_BALLS);
}

/**
 * Learns from a look.
 * @param replyY where the ball that comes will be at the computer's line; null when none comes
 * @param reading how much it learns, 0 to 1
 */
export function learn(
  habits: Habits,
  court: Court,
  seat: number,
  seen: Glimpse,
  replyY: number | null,
  reading: number,
): void {
  const { last, shot } = habits;
  const { table, theirs } = seen;
  habits.last = table;
  if (last === null || shot === null) return;
  const other = 1 - seat;
  const share = SHARE * reading;
  if (shot.tick <= table.tick && shot.tick >= last.tick) {
    const { y } = paddleAt(court, last, other, theirs, shot.tick);
    habits.home += (y - habits.home) * share;
    const first = theirs.find((press) => press.seat === other && press.tick >= shot.tick + SOONEST_NOTICED);
    const reaction = first === undefined ? Infinity : first.tick - shot.tick;
    if (reaction <= LONGEST_REACTION)
      habits.reaction += (Math.max(SHORTEST_REACTION, reaction) - habits.reaction) * share;
  }
  const came = cameBack(shot, table, seat);
  if (came === null) return;
  habits.shot = null;
  const zone = habits.zones[zoneOf(court, shot.y)]!;
  zone.expected += shot.theirChance * reading;
  if (!came) return;
  zone.returned += reading;
  if (replyY === null) return;
  habits.replies++;
  habits.replyY += (replyY - habits.replyY) * reading * Math.max(LEAST_SHARE, 1 / (habits.replies + 2));
}

/** Whether a shot came back; null while nobody knows, or when it never left. */
function cameBack({ ball, hits, points }: Shot, table: Readonly<World>, seat: number): boolean | null {
  if (table.score[seat]! > points) return false;
  const seen = table.balls[ball]!;
  return flies(table, seen) && seen.hits >= hits + 2 ? true : null;
}
