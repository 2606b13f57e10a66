// Whether this side's world differs from the server's, which must never be: held against what the server says of a tick.

import { hashWorld } from "../pong/hash.ts";
import { MAX_SPECULATIVE_TICKS, type Timeline, worldAt } from "../pong/timeline.ts";
import type { Checkpoint } from "../schema/messages/match.ts";

/**
 * Whether the world at a checkpoint is another one here. False where that can't be told: there is none, we are past it, or may still
 * change it.
 * @param oldestOwnTick of the presses that the server has not received yet
 */
export function isApart(timeline: Timeline | null, checkpoint: Checkpoint | null, oldestOwnTick: number): boolean {
  if (timeline === null || checkpoint === null) return false;
  const { tick, hash } = checkpoint;
  const { confirmed, end } = timeline;
  if (tick < confirmed.tick || tick >= confirmed.tick + MAX_SPECULATIVE_TICKS) return false;
  if (tick > Math.min(end, oldestOwnTick)) return false;
  return hashWorld(worldAt(timeline, tick)) !== hash;
}
