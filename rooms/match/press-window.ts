// Which tick a press counts at: the one its player stamped, when it came in time.

import { AHEAD_TICKS, MS_PER_TICK, REWIND_TICKS } from "../../schema/timing.ts";

/** Granted beyond what the line was measured to take: a line may stall for so long without having done so before. In ticks. */
export const MARGIN_TICKS = 6;
/** All that is granted to who does not know the room's time: nothing that they stamp says when it was made. */
export const UNSYNCED_TICKS = 2;

/**
 * How late a press of this player may be, in ticks: the whole round trip that was measured, and a margin, and never more than all get.
 * Never half of it: a line may be 200 ms up and 20 down.
 */
export function windowTicks(roundTripMs: number): number {
  return Math.min(REWIND_TICKS, roundTripMs / MS_PER_TICK + MARGIN_TICKS);
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
