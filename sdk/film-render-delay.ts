// How late a player saw the other one at any moment, from what their recording says of it now and then.

import { indexAfter } from "../pong/by-tick.ts";
import type { SeenLate } from "../pong/recording.ts";
import { SLEW } from "./render-delay.ts";

/**
 * L at a tick, in ticks. It was moving at its own slow pace (render-delay.ts) when it reached what was noted, so that is how it is
 * drawn on its way there; before the first note it was the first note.
 * @param notes of one seat, in order
 */
export function latenessThen(notes: readonly SeenLate[], tick: number): number {
  const index = indexAfter(notes, tick);
  const next = notes[index];
  const now = notes[index - 1] ?? next;
  if (now === undefined) return 0;
  const held = now.quarterTicks / 4;
  if (next === undefined || next === now) return held;
  const goal = next.quarterTicks / 4;
  const reach = (next.tick - tick) * SLEW;
  return Math.min(goal + reach, Math.max(goal - reach, held));
}
