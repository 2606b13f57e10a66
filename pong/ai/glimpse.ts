// All that the computer ever gets of a match: one look at the table, as a frozen copy, and the keys that the other one has been
// seen to press until then.

import type { Press } from "../timeline.ts";
import { type World, cloneWorld } from "../world.ts";

export interface Glimpse {
  /** The tick of the look. */
  readonly now: number;
  /** The table at the latest tick that was certain by then. What will be drawn for the serves to come is not in it. */
  readonly table: Readonly<World>;
  /** What the other seats pressed since the look before, as far as it was certain, in order. */
  readonly theirs: readonly Press[];
}

/**
 * Looks at the table.
 * @param world not kept and not changed
 * @param theirs presses of all seats but one's own, from the look before until `world.tick`
 * @param now the tick of the look, not before `world.tick`
 */
export function glimpse(world: World, theirs: readonly Press[], now: number): Glimpse {
  const table = cloneWorld(world);
  table.random = 0;
  for (const part of [...table.balls, ...table.paddles]) Object.freeze(part);
  for (const list of [table.balls, table.paddles, table.score]) Object.freeze(list);
  return Object.freeze({
    now,
    table: Object.freeze(table),
    theirs: Object.freeze(theirs.map((press) => Object.freeze({ ...press }))),
  });
}
