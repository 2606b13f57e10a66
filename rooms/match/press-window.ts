// Which tick a press counts at: the one its player stamped, when it came in time.

import { AHEAD_TICKS, MS_PER_TICK, REWIND_TICKS } from "../../schema/timing.ts";

/** Added to how late a player's presses usually are, in ticks. */
const WINDOW_MARGIN_TICKS = 2;

/** How late a press of this player may be, in ticks: how late they usually are (p95, in ms), a margin, and never more than all get. */
export function windowTicks(usuallyLateMs: number): number {
  return Math.min(REWIND_TICKS, Math.max(0, usuallyLateMs) / MS_PER_TICK + WINDOW_MARGIN_TICKS);
}

export interface Stamp {
  readonly tick: number;
  /** The server's tick now, with its fraction. */
  readonly now: number;
  /** Of windowTicks. */
  readonly window: number;
  /** The last tick given to a press of this seat: stamps only grow. */
  readonly last: number;
  /** The first tick that is not confirmed. */
  readonly open: number;
  /** The first tick of this epoch. */
  readonly epochTick: number;
  /** The tick at which everything stands still; Infinity while nothing is paused. */
  readonly end: number;
}

/**
 * The tick that a press counts at, or null when it is of an old epoch or of a pause. Too old: the oldest tick that is allowed;
 * too far ahead: the farthest; never before an earlier press of the same seat.
 */
export function judgeStamp(stamp: Stamp): number | null {
  if (stamp.tick < stamp.epochTick || stamp.tick >= stamp.end) return null;
  const oldest = Math.max(stamp.open, stamp.last, Math.ceil(stamp.now - stamp.window));
  const farthest = Math.max(oldest, Math.floor(stamp.now + AHEAD_TICKS));
  const tick = Math.min(farthest, Math.max(oldest, stamp.tick));
  return tick >= stamp.end ? null : tick;
}
