// What of a thought is drawn on the table, in court units: where the ball was and is thought to go, the aims and how strongly each
// is drawn, where the paddle is sent. Pure; create-thoughts.ts draws it.

import type { Point } from "../../../pong/ai/foresight.ts";
import type { Thought } from "../../../pong/ai/thought.ts";
import { type Court, type Rail, contactLine } from "../../../pong/court.ts";

export interface AimSketch {
  /** As the panel numbers it, from 1 on. */
  readonly number: number;
  /** From the computer's line, by the walls, to the other one's line. */
  readonly path: readonly Point[];
  /** Where it ends. */
  readonly end: Point;
  /** From 0 to 1, and 1 for the best chance to win the point. */
  readonly strength: number;
  readonly isChosen: boolean;
}

export interface Sketch {
  readonly rail: Rail;
  /** As the table was seen. */
  readonly ball: Point;
  readonly paddles: readonly Point[];
  /** The way of the ball that comes, to the computer's own line; empty: none does. */
  readonly coming: readonly Point[];
  readonly aims: readonly AimSketch[];
  /** From where the middle of its paddle should be for its aim, to where it is sent. */
  readonly error: readonly [from: Point, to: Point] | null;
  /** Middles of its paddle, where the rail lets it go: to meet the ball, and to wait. */
  readonly meet: Point | null;
  readonly wait: Point;
}

/** Differences of chances are small beside the chances: so much sharper is how they are drawn. */
const SHARPER = 3;

export function sketchOf(thought: Thought, court: Court): Sketch {
  const { seat, seen, coming, meetY, waitY, error } = thought;
  const rail = court.rails[seat]!;
  // The ball that comes; where none does, the first stands for where the others were.
  const { x, y } = seen.balls[coming?.ball ?? 0]!;
  const arrival = coming === null ? null : { x: contactLine(court, rail), y: coming.y };
  return {
    rail,
    ball: { x, y },
    paddles: seen.paddles.map((paddle, at) => ({ x: court.rails[at]!.x, y: paddle.y })),
    coming: coming === null || arrival === null ? [] : [{ x, y }, ...coming.turns, arrival],
    aims: arrival === null ? [] : sketchAims(thought, arrival, contactLine(court, court.rails[1 - seat]!)),
    error:
      meetY === null
        ? null
        : [
            { x: rail.x, y: meetY - error },
            { x: rail.x, y: meetY },
          ],
    meet: meetY === null ? null : onRail(rail, meetY),
    wait: onRail(rail, waitY),
  };
}

function sketchAims({ aims, chosen }: Thought, from: Point, line: number): AimSketch[] {
  const strengths = strengthsOf(aims.map(({ value }) => value));
  return aims.map((aim, at) => {
    const end = { x: line, y: aim.y };
    return {
      number: at + 1,
      path: [from, ...aim.turns, end],
      end,
      strength: strengths[at]!,
      isChosen: aim === chosen,
    };
  });
}

/** Each as a share of the best one, from 0 to 1, the differences made larger. @param values not under 0 */
export function strengthsOf(values: readonly number[]): readonly number[] {
  const best = Math.max(...values);
  return values.map((value) => (best > 0 ? (value / best) ** SHARPER : 1));
}

function onRail({ x, minY, maxY }: Rail, y: number): Point {
  return { x, y: Math.min(maxY, Math.max(minY, y)) };
}
