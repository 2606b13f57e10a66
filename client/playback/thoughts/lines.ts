// Lines as lists of points: cut into dashes, bent round a ball or a paddle.

import type { Point } from "../../../pong/ai/foresight.ts";

/** A shorter dash would have no direction. */
const SHORTEST = 1e-3;
/** Corners of a whole turn. */
const CORNERS = 40;

export function lengthOf(line: readonly Point[]): number {
  let length = 0;
  for (let at = 1; at < line.length; at++) length += between(line[at - 1]!, line[at]!);
  return length;
}

/** Dashes along a line, round its corners: `on` long, `off` apart; the last one ends where the line does, at the latest. */
export function dashes(line: readonly Point[], on: number, off: number): Point[][] {
  const cut: Point[][] = [];
  const length = lengthOf(line);
  for (let from = 0; from < length - SHORTEST; from += on + off)
    cut.push(stretch(line, from, Math.min(length, from + on)));
  return cut;
}

/** The part of a line between two distances from its beginning. */
function stretch(line: readonly Point[], from: number, to: number): Point[] {
  const part: Point[] = [];
  let passed = 0;
  for (let at = 1; at < line.length && passed < to; at++) {
    const [a, b] = [line[at - 1]!, line[at]!];
    const length = between(a, b);
    const onIt = (distance: number): Point => {
      const share = length === 0 ? 0 : (distance - passed) / length;
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    };
    if (passed + length > from) {
      if (part.length === 0) part.push(onIt(Math.max(from, passed)));
      part.push(onIt(Math.min(to, passed + length)));
    }
    passed += length;
  }
  return part;
}

/** Closed: the last point is the first again. */
export function circle({ x, y }: Point, radius: number): Point[] {
  return capsule({ x, y }, 0, radius);
}

/** The outline of a paddle, closed: two straight sides of twice `halfFace` along y, with round ends. */
export function capsule({ x, y }: Point, halfFace: number, radius: number): Point[] {
  const outline: Point[] = [];
  for (let corner = 0; corner <= CORNERS; corner++) {
    const turn = (corner / CORNERS) * Math.PI * 2;
    const end = corner <= CORNERS / 2 ? halfFace : -halfFace;
    outline.push({ x: x + Math.cos(turn) * radius, y: y + end + Math.sin(turn) * radius });
  }
  outline.push({ x: x + radius, y: y + halfFace });
  return outline;
}

function between(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
