// Where on one's own line a point of the picture is: the camera's projection, backwards.

import type { Court } from "../../pong/court.ts";
import { frameCourt } from "../scene/camera.ts";

export interface Box {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** How many court units to the right of the table's middle, on the line of `seat`'s paddle, the screen's `x` is. */
export function unitsToTheRight(court: Court, seat: number, box: Box, x: number): number {
  const aspect = box.width / Math.max(1, box.height);
  const { eye, target, fov } = frameCourt(court, seat, aspect);
  const ahead = { x: target.x - eye.x, y: target.y - eye.y };
  const far = Math.hypot(ahead.x, ahead.y);
  const line = { x: (court.rails[seat]?.x ?? 0) - eye.x, y: -eye.y };
  const depth = (line.x * ahead.x + line.y * ahead.y) / far;
  const halfWidth = depth * Math.tan(fov / 2) * aspect;
  return ((x - box.left) / Math.max(1, box.width) - 0.5) * 2 * halfWidth;
}
