// Which way a game pad pushes: its left stick or its cross. Pads are looked at once a frame; they have no events for that.

import type { PaddleWay } from "./aim.ts";
import type { Push } from "./held-keys.ts";

type ScreenAxis = PaddleWay["axis"];

/** What of a Gamepad counts (standard mapping: w3.org/TR/gamepad). */
export interface PadState {
  readonly axes: readonly number[];
  readonly buttons: readonly { readonly pressed: boolean }[];
}

/** A stick that is let go is not quite in the middle. It is left again nearer than it was taken, so that it does not flutter. */
const TAKEN = 0.45;
const LEFT = 0.3;

/** Stick and cross by the standard mapping: axis, button of the negative way, of the positive way. */
const PARTS: Readonly<Record<ScreenAxis, readonly [axis: number, less: number, more: number]>> = {
  x: [0, 14, 15],
  y: [1, 12, 13],
};

/** @param before what it pushed at the last look; @returns as on the screen: -1 to the left or up, 1 to the right or down */
export function padPush(pad: PadState, axis: ScreenAxis, before: Push): Push {
  const [stick, less, more] = PARTS[axis];
  const isLess = pad.buttons[less]?.pressed === true;
  const isMore = pad.buttons[more]?.pressed === true;
  if (isLess !== isMore) return isLess ? -1 : 1;
  const way = pad.axes[stick] ?? 0;
  if (before !== 0 && way * before > LEFT) return before;
  if (Math.abs(way) < TAKEN) return 0;
  return way < 0 ? -1 : 1;
}

/** The pads that are plugged in, in their order. */
export function connectedPads(): Gamepad[] {
  return navigator.getGamepads().filter((pad) => pad !== null && pad.connected) as Gamepad[];
}
