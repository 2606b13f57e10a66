// Which place of a paddle's way a point of the picture means: the camera's projection (scene/camera.ts), backwards.

import type { Court, Rail } from "../../../pong/court.ts";
import { frameCourt, type Shot } from "../scene/camera.ts";
import type { View } from "../../platform/settings.ts";

export interface Box {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** A point of the screen, or where on it the picture begins, in CSS pixels. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** What the picture shows, and where on the screen it is. */
export interface Sight {
  readonly court: Court;
  /** Whose camera it is; the paddles may be anyone's. */
  readonly seat: number;
  readonly view: View;
  readonly box: Box & { readonly top: number };
}

/** How the paddles move in a picture. */
export interface PaddleWay {
  /** "x": from left to right, "y": from top to bottom. */
  readonly axis: "x" | "y";
  /** The sign of the court's y that lies to the right, or down. */
  readonly sign: 1 | -1;
}

/** Along which axis of the screen the paddles move, all of them, and which way the court's y runs on it. */
export function paddleWay(sight: Sight): PaddleWay {
  const { ahead } = shotOf(sight);
  return ahead.x === 0 ? { axis: "y", sign: ahead.z > 0 ? -1 : 1 } : { axis: "x", sign: ahead.x > 0 ? -1 : 1 };
}

/**
 * The court's y that a point of the screen means on this rail; it may lie beyond the rail's ends. Only the axis on
 * which the paddle moves counts: a finger needn't lie on the rail.
 */
export function courtYAt(sight: Sight, rail: Rail, point: ScreenPoint): number {
  const { box } = sight;
  const shot = shotOf(sight);
  const { axis, sign } = paddleWay(sight);
  if (axis === "x") return sign * unitsAside(shot, rail, aspectOf(box), (point.x - box.left) / Math.max(1, box.width));
  return unitsAhead(shot, (point.y - box.top) / Math.max(1, box.height)) * shot.ahead.z;
}

/** Where a row of the table that runs across the picture is cut, `share` of the picture's width from its left. */
function unitsAside({ eye, target, fov }: Shot, rail: Rail, aspect: number, share: number): number {
  const ahead = { x: target.x - eye.x, y: target.y - eye.y };
  const far = Math.hypot(ahead.x, ahead.y);
  const depth = ((rail.x - eye.x) * ahead.x - eye.y * ahead.y) / far;
  return (share - 0.5) * 2 * depth * Math.tan(fov / 2) * aspect;
}

/** How far ahead of the table's middle a ray meets the table, `share` of the picture's height below its top. */
function unitsAhead({ eye, target, fov, ahead }: Shot, share: number): number {
  const start = eye.z * ahead.z;
  const down = Math.atan2(eye.y, target.z * ahead.z - start) + Math.atan((share - 0.5) * 2 * Math.tan(fov / 2));
  return start + eye.y / Math.tan(Math.max(FLATTEST_RAY, down));
}

/** Radians below the horizon, above which a ray counts as meeting the table very far away. */
const FLATTEST_RAY = 0.01;

function aspectOf({ width, height }: Box): number {
  return width / Math.max(1, height);
}

/** The last shot: framing takes milliseconds, and a pointer moves many times in the same picture. */
let last: { readonly key: readonly unknown[]; readonly shot: Shot } | null = null;

function shotOf({ court, seat, view, box }: Sight): Shot {
  const key = [court, seat, view, aspectOf(box)];
  if (!last || !key.every((value, i) => value === last?.key[i])) {
    last = { key, shot: frameCourt(court, seat, aspectOf(box), view) };
  }
  return last.shot;
}
