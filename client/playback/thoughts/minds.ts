// What the computers of a match thought (pong/ai/rethink.ts), and which of their looks is the current one at a moment.

import { rethink, type RethinkFault } from "../../../pong/ai/rethink.ts";
import type { Thought } from "../../../pong/ai/thought.ts";
import { indexAfter, type Recording } from "../../../pong/recording.ts";

/** One computer: its thoughts in order, or why they can't be shown. */
export interface Mind {
  readonly seat: number;
  readonly thoughts: readonly Thought[] | RethinkFault;
}

export interface CurrentLook {
  readonly thought: Thought;
  /** Its place among all looks, from 1 on. */
  readonly number: number;
  readonly count: number;
  /** Ticks since the look, and until the next one that was taken; null: it was the last. */
  readonly ago: number;
  readonly next: number | null;
}

/** Thinks everything through again: some hundredths of a second. @throws RecordingFault when the recording can't be run */
export function readMinds(recording: Recording): readonly Mind[] {
  return (recording.computers ?? []).map((computer) => ({
    seat: computer.seat,
    thoughts: rethink(recording, computer),
  }));
}

/** The last look that is not after this tick; null before the first. @param tick with its fraction */
export function lookAt(thoughts: readonly Thought[], tick: number): CurrentLook | null {
  const number = indexAfter(thoughts, tick);
  const thought = thoughts[number - 1];
  if (thought === undefined) return null;
  const following = thoughts[number];
  return {
    thought,
    number,
    count: thoughts.length,
    ago: tick - thought.tick,
    next: following === undefined ? null : following.tick - tick,
  };
}

/** The current thought of each computer whose thoughts can be shown. */
export function thoughtsAt(minds: readonly Mind[], tick: number): readonly Thought[] {
  return minds.flatMap(({ thoughts }) => {
    const look = typeof thoughts === "string" ? null : lookAt(thoughts, tick);
    return look === null ? [] : [look.thought];
  });
}
