// Where the camera stands: behind one's own paddle or beside the table, so that the whole of it fills a window of any
// shape. Pure numbers, no Babylon; viewpoint.ts places the camera by them, client/game/input/aim.ts reads them backwards.

import type { Court } from "../../../pong/court.ts";
import type { View } from "../../platform/settings.ts";

/** In scene coordinates: court x is x, court y is z, up is y. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A direction along the table's plane; one of the two is 0. */
export interface Heading {
  readonly x: 0 | 1 | -1;
  readonly z: 0 | 1 | -1;
}

export interface Shot {
  readonly eye: Point;
  readonly target: Point;
  /** Radians from the picture's bottom to its top. */
  readonly fov: number;
  /** What leads up in the picture. */
  readonly ahead: Heading;
}

/** How far the frame of the table reaches beyond the court, and how high and low. */
const FRAME = { length: 0.75, width: 0.95, above: 0.6, below: 1.0 };

/** What the table may fill of the picture, from -1 (bottom, left) to 1, and how. Above it the score stands. */
interface Limits {
  readonly top: number;
  readonly bottom: number;
  readonly side: number;
  readonly fov: number;
  /** From how low and how high the camera may look down, in radians. */
  readonly flattest: number;
  readonly steepest: number;
  /** In the middle of what it may fill; otherwise at the bottom of it. */
  readonly isCentred: boolean;
}

const BEHIND = { flattest: 0.295, steepest: 1.18, isCentred: false };
const LANDSCAPE: Limits = { ...BEHIND, top: 0.45, bottom: -0.96, side: 0.97, fov: 0.82 };
/** Upright, the lower part is left to the thumbs. */
const PORTRAIT: Limits = { ...BEHIND, top: 0.62, bottom: -0.8, side: 0.985, fov: 0.78 };

/** Flatter, the far half of a paddle's way would be too short to aim on. */
const ACROSS: Limits = {
  top: 0.58,
  bottom: -0.95,
  side: 0.98,
  fov: 0.7,
  flattest: 0.6,
  steepest: 1.25,
  isCentred: true,
};
/** Nearly from above and from far off: whoever holds the other end of the phone sees as much as oneself. */
const UPRIGHT: Limits = {
  top: 0.72,
  bottom: -0.82,
  side: 0.985,
  fov: 0.5,
  flattest: 1.36,
  steepest: 1.36,
  isCentred: true,
};

/** In pictures narrower than this the side view stands the table upright: across, it would be tiny. */
const UPRIGHT_BELOW = 0.8;

/** What is photographed: half of what the table takes along the line of sight and across it. */
interface Subject {
  readonly court: Court;
  readonly halfAhead: number;
  readonly halfAcross: number;
  readonly aspect: number;
  readonly limits: Limits;
}

/**
 * The camera of a seat for a picture that is `aspect` times as wide as high. From the side, the seat's own paddle is
 * at the left in a wide picture, and at the bottom of an upright one.
 */
export function frameCourt(court: Court, seat: number, aspect: number, view: View = "behind"): Shot {
  const facing = court.rails[seat]?.facing ?? 1;
  const isAcross = view === "side" && aspect >= UPRIGHT_BELOW;
  const ahead: Heading = isAcross ? { x: 0, z: facing } : { x: facing, z: 0 };
  const limits = limitsFor(view, aspect);
  const length = court.halfLength + FRAME.length;
  const width = court.halfWidth + FRAME.width;
  const subject: Subject = isAcross
    ? { court, aspect, limits, halfAhead: width, halfAcross: length }
    : { court, aspect, limits, halfAhead: length, halfAcross: width };
  const angle = flattestThatFills(subject);
  const { distance, aim } = nearest(subject, angle);
  const back = aim - Math.cos(angle) * distance;
  return {
    eye: { x: along(ahead.x, back), y: Math.sin(angle) * distance, z: along(ahead.z, back) },
    target: { x: along(ahead.x, aim), y: 0, z: along(ahead.z, aim) },
    fov: limits.fov,
    ahead,
  };
}

/** Without a negative zero. */
function along(sign: number, length: number): number {
  return sign === 0 ? 0 : sign * length;
}

function limitsFor(view: View, aspect: number): Limits {
  if (view === "side") return aspect < UPRIGHT_BELOW ? UPRIGHT : ACROSS;
  const share = Math.min(1, Math.max(0, (aspect - 0.6) / 0.7));
  const blend = (from: number, to: number): number => from + (to - from) * share;
  return {
    ...BEHIND,
    top: blend(PORTRAIT.top, LANDSCAPE.top),
    bottom: blend(PORTRAIT.bottom, LANDSCAPE.bottom),
    side: blend(PORTRAIT.side, LANDSCAPE.side),
    fov: blend(PORTRAIT.fov, LANDSCAPE.fov),
  };
}

/** Looks down as little as it can, but where the width decides how far away it stands, enough to use the height. */
function flattestThatFills(subject: Subject): number {
  const { flattest, steepest, top } = subject.limits;
  return bisect(flattest, steepest, (angle) => {
    const { distance, aim } = nearest(subject, angle);
    return extent(subject, angle, distance, aim).top >= top - 1e-3;
  });
}

interface Stand {
  readonly distance: number;
  /** How far ahead of the table's middle the camera looks. */
  readonly aim: number;
}

/** The nearest stand from which everything is inside the limits. */
function nearest(subject: Subject, angle: number): Stand {
  const { court, limits } = subject;
  const aimFrom = (distance: number): number =>
    bisect(-court.halfLength * 3, court.halfLength * 2, (aim) => {
      const { top, bottom } = extent(subject, angle, distance, aim);
      return limits.isCentred ? top + bottom <= limits.top + limits.bottom : bottom <= limits.bottom;
    });
  const distance = bisect(4, 200, (tried) => {
    const seen = extent(subject, angle, tried, aimFrom(tried));
    return seen.top <= limits.top && seen.side <= limits.side;
  });
  return { distance, aim: aimFrom(distance) };
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

/** How far the table reaches in the picture. */
function extent(subject: Subject, angle: number, distance: number, aim: number) {
  const { aspect, halfAhead, halfAcross } = subject;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const scale = Math.tan(subject.limits.fov / 2);
  const project = (x: number, y: number): { up: number; right: number } => {
    const ahead = x - aim + cos * distance;
    const below = sin * distance - y;
    const depth = ahead * cos + below * sin;
    // Behind the eye: certainly not inside.
    if (depth <= 0.1) return { up: -Infinity, right: Infinity };
    return { up: (ahead * sin - below * cos) / (depth * scale), right: halfAcross / (depth * scale * aspect) };
  };
  const near = project(-halfAhead, -FRAME.below);
  const nearTop = project(-halfAhead, FRAME.above);
  const far = project(halfAhead, FRAME.above);
  // Seen from above, the upper edge of the near end may hide the lower one.
  return { top: far.up, bottom: Math.min(near.up, nearTop.up), side: Math.max(near.right, nearTop.right) };
}
