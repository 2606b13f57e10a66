// How a pointer or a finger becomes key presses: it says where the paddle should be, and the chase presses and releases
// the keys that bring it there. The paddle is no faster for it, and the line carries no more than of a quick keyboard.

import type { Push } from "./held-keys.ts";

/** Key changes in any second, at most. */
export const MAX_CHANGES_PER_SECOND = 10;

/** The last of them are kept for letting go: whoever has started can always stop in time. */
const KEPT_FOR_STOPPING = 1;

/** Court units off the target at which a resting paddle starts, when no key has changed lately ... */
const START_AT = 0.18;
/** ... and how much more for each change in the last second: a hand that trembles is followed more calmly. */
const CALM_PER_CHANGE = 0.055;

const SECOND_MS = 1000;

export interface Chase {
  push: Push;
  /** When the keys changed, in ms: the changes of the last second. */
  readonly changedAtMs: number[];
}

export interface ChaseView {
  readonly nowMs: number;
  /** How far to the right of the paddle the target is, in court units; null: there is no target. */
  readonly distance: number | null;
  /** How far the paddle goes between two looks, in court units. */
  readonly stride: number;
}

export function createChase(): Chase {
  return { push: 0, changedAtMs: [] };
}

/** Which way to push from now on. */
export function follow(chase: Chase, view: ChaseView): Push {
  const { changedAtMs } = chase;
  while (changedAtMs.length > 0 && view.nowMs - changedAtMs[0]! >= SECOND_MS) changedAtMs.shift();
  const wish = wanted(chase, view);
  if (wish === chase.push) return wish;
  const spare = MAX_CHANGES_PER_SECOND - changedAtMs.length;
  if (spare <= (wish === 0 ? 0 : KEPT_FOR_STOPPING)) return chase.push;
  changedAtMs.push(view.nowMs);
  chase.push = wish;
  return wish;
}

/** Lets go at once, whatever the budget says: the window lost the focus, or another device took over. */
export function letGo(chase: Chase, nowMs: number): void {
  if (chase.push === 0) return;
  chase.push = 0;
  chase.changedAtMs.push(nowMs);
}

function wanted(chase: Chase, { distance, stride }: ChaseView): Push {
  if (distance === null) return 0;
  const off = Math.abs(distance);
  const towards: Push = distance > 0 ? 1 : -1;
  // Half a stride early or late is as near as it gets.
  if (off <= stride / 2) return 0;
  if (chase.push === towards) return towards;
  // Resting, or gone past the target.
  const start = Math.max(START_AT, stride) + CALM_PER_CHANGE * chase.changedAtMs.length;
  return off > start ? towards : 0;
}
