// Where things are between two ticks: a paddle goes straight, a ball along its exact path, turn by turn.

import { type Timeline, happenedIn, worldAt } from "../pong/timeline.ts";

export interface Point {
  x: number;
  y: number;
}

/** The y of a seat's paddle at a tick with its fraction. */
export function paddleAt(timeline: Timeline, seat: number, tick: number): number {
  const whole = Math.floor(tick);
  const from = worldAt(timeline, whole).paddles[seat]!.y;
  if (tick === whole) return from;
  return from + (worldAt(timeline, whole + 1).paddles[seat]!.y - from) * (tick - whole);
}

/** Where a ball is at a tick with its fraction. */
export function ballAt(timeline: Timeline, index: number, tick: number): Point {
  const whole = Math.floor(tick);
  const world = worldAt(timeline, whole).balls[index]!;
  if (tick === whole) return { x: world.x, y: world.y };
  let { x, y } = world;
  let at = whole;
  for (const turn of happenedIn(timeline, whole)) {
    if (turn.ball !== index || turn.kind === "serve" || turn.kind === "over") continue;
    if (tick < turn.at) return between(x, y, at, turn.x, turn.y, turn.at, tick);
    if (turn.kind === "goal") return resting(timeline, index, whole + 1);
    ({ x, y, at } = turn);
  }
  const next = worldAt(timeline, whole + 1).balls[index]!;
  return between(x, y, at, next.x, next.y, whole + 1, tick);
}

function resting(timeline: Timeline, index: number, tick: number): Point {
  const { x, y } = worldAt(timeline, tick).balls[index]!;
  return { x, y };
}

function between(x: number, y: number, from: number, toX: number, toY: number, to: number, tick: number): Point {
  const share = to > from ? (tick - from) / (to - from) : 1;
  return { x: x + (toX - x) * share, y: y + (toY - y) * share };
}
