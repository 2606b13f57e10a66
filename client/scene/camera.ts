// Where the camera stands: behind one's own paddle, so that the whole table fills a window of any shape.
// Pure numbers, no Babylon; open-table.ts places the camera by them.

import type { Court } from "../../pong/court.ts";

/** In scene coordinates: court x is x, court y is z, up is y. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export interface Shot {
  readonly eye: Point;
  readonly target: Point;
  /** Radians from the picture's bottom to its top. */
  readonly fov: number;
}

/** How far the frame of the table reaches beyond the court, and how high and low. */
const FRAME = { length: 0.75, width: 0.95, above: 0.6, below: 1.0 };

/** What the table may fill of the picture, from -1 (bottom, left) to 1. Above it the score stands. */
const LANDSCAPE = { top: 0.45, bottom: -0.96, side: 0.97, fov: 0.82 };
/** Upright, the lower part is left to the thumbs. */
const PORTRAIT = { top: 0.62, bottom: -0.8, side: 0.985, fov: 0.78 };

/** From how low and how high the camera may look down, in radians. */
const FLATTEST = 0.295;
const STEEPEST = 1.18;

/** The sign of the court's y that lies to the right for who sits at `seat`; Babylon's axes are left-handed. */
export function screenRight(seat: number): 1 | -1 {
  return seat === 0 ? -1 : 1;
}

/** The camera of a seat for a picture that is `aspect` times as wide as high. */
export function frameCourt(court: Court, seat: number, aspect: number): Shot {
  const facing = court.rails[seat]?.facing ?? 1;
  const limits = limitsFor(aspect);
  const angle = flattestThatFills(court, aspect, limits);
  const { distance, targetX } = nearest(court, aspect, angle, limits);
  const back = targetX - Math.cos(angle) * distance;
  return {
    eye: { x: facing * back, y: Math.sin(angle) * distance, z: 0 },
    target: { x: facing * targetX, y: 0, z: 0 },
    fov: limits.fov,
  };
}

type Limits = typeof LANDSCAPE;

function limitsFor(aspect: number): Limits {
  const share = Math.min(1, Math.max(0, (aspect - 0.6) / 0.7));
  const blend = (from: number, to: number): number => from + (to - from) * share;
  return {
    top: blend(PORTRAIT.top, LANDSCAPE.top),
    bottom: blend(PORTRAIT.bottom, LANDSCAPE.bottom),
    side: blend(PORTRAIT.side, LANDSCAPE.side),
    fov: blend(PORTRAIT.fov, LANDSCAPE.fov),
  };
}

/** Looks down as little as it can, but where the width decides how far away it stands, enough to use the height. */
function flattestThatFills(court: Court, aspect: number, limits: Limits): number {
  return bisect(FLATTEST, STEEPEST, (angle) => {
    const { distance, targetX } = nearest(court, aspect, angle, limits);
    return extent(court, aspect, angle, distance, targetX, limits.fov).top >= limits.top - 1e-3;
  });
}

/** The nearest stand from which everything is inside the limits, with the near edge at the bottom one. */
function nearest(court: Court, aspect: number, angle: number, limits: Limits): { distance: number; targetX: number } {
  const aim = (distance: number): number =>
    bisect(-court.halfLength * 3, court.halfLength * 2, (targetX) => {
      return extent(court, aspect, angle, distance, targetX, limits.fov).bottom <= limits.bottom;
    });
  const distance = bisect(4, 200, (tried) => {
    const seen = extent(court, aspect, angle, tried, aim(tried), limits.fov);
    return seen.top <= limits.top && seen.side <= limits.side;
  });
  return { distance, targetX: aim(distance) };
}

/** The smallest number for which a claim holds that is false below it and true above; `high` if it never is. */
function bisect(low: number, high: number, holds: (value: number) => boolean): number {
  if (holds(low)) return low;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** How far the table reaches in the picture, for a camera that looks along +x. */
function extent(court: Court, aspect: number, angle: number, distance: number, targetX: number, fov: number) {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const scale = Math.tan(fov / 2);
  const project = (x: number, y: number, z: number): { up: number; right: number } => {
    const ahead = x - targetX + cos * distance;
    const below = sin * distance - y;
    const depth = ahead * cos + below * sin;
    // Behind the eye: certainly not inside.
    if (depth <= 0.1) return { up: -Infinity, right: Infinity };
    return { up: (ahead * sin - below * cos) / (depth * scale), right: z / (depth * scale * aspect) };
  };
  const end = court.halfLength + FRAME.length;
  const width = court.halfWidth + FRAME.width;
  const near = project(-end, -FRAME.below, width);
  const nearTop = project(-end, FRAME.above, width);
  const far = project(end, FRAME.above, width);
  return { top: far.up, bottom: near.up, side: Math.max(near.right, nearTop.right) };
}
