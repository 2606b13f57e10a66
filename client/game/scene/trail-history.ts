// Where the ball has just been, at an even pace: the trail is equally long at any frame rate. Pure, no Babylon.

/** Points a second, and how many are kept. */
export const TRAIL_RATE = 60;
export const TRAIL_POINTS = 33;

export interface TrailHistory {
  /** x, y of each point, newest first. */
  readonly points: Float32Array;
  /** Share of a point's time that has passed since the newest one. */
  owed: number;
}

export interface TrailPoint {
  readonly x: number;
  readonly y: number;
}

export function createTrailHistory(): TrailHistory {
  return { points: new Float32Array(TRAIL_POINTS * 2), owed: 0 };
}

/** Gathers the whole trail at one place. */
export function resetTrail(history: TrailHistory, at: TrailPoint): void {
  for (let i = 0; i < TRAIL_POINTS; i++) {
    history.points[i * 2] = at.x;
    history.points[i * 2 + 1] = at.y;
  }
  history.owed = 0;
}

/**
 * Moves the trail on to where the ball is now.
 * @param path where it was at the last frame, its turns since, and where it is: so that no corner is cut
 * @param passed seconds since the last frame
 */
export function advanceTrail(history: TrailHistory, path: readonly TrailPoint[], passed: number): void {
  const before = history.owed;
  history.owed += passed * TRAIL_RATE;
  const count = Math.floor(history.owed);
  for (let i = 1; i <= count; i++) push(history, along(path, Math.max(0, (i - before) / (passed * TRAIL_RATE))));
  history.owed -= count;
}

function push(history: TrailHistory, place: TrailPoint): void {
  history.points.copyWithin(2, 0, (TRAIL_POINTS - 1) * 2);
  history.points[0] = place.x;
  history.points[1] = place.y;
}

/** The place that far along a path, from 0 to 1 of its length. */
export function along(path: readonly TrailPoint[], share: number): TrailPoint {
  let left = share * lengthOf(path);
  for (let i = 1; i < path.length; i++) {
    const from = path[i - 1]!;
    const to = path[i]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (left <= length && length > 0) {
      const part = left / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return path[path.length - 1]!;
}

export function lengthOf(path: readonly TrailPoint[]): number {
  let length = 0;
  for (let i = 1; i < path.length; i++) {
    length += Math.hypot(path[i]!.x - path[i - 1]!.x, path[i]!.y - path[i - 1]!.y);
  }
  return length;
}
