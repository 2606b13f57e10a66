// From where a match is heard, and so from which side and how far away each of its sounds comes.

/** `behind`: behind one's own paddle. `side`: beside the table, both paddles alike, the court's +x to the right. */
export type Listener = { readonly kind: "behind"; readonly seat: number } | { readonly kind: "side" };

export interface SoundPosition {
  /** From -1 (left) to 1 (right). */
  readonly pan: number;
  /** From 0 (here) to 1 (the far end of the table). */
  readonly distance: number;
}

/** Nothing comes from one side alone: that is unpleasant under headphones. */
const WIDEST = 0.85;
/** Court units sideways at which a sound would come from one side alone. */
const PAN_UNITS = { behind: 7.5, side: 11 };
const HALF_LENGTH = 10;
/** How much narrower the far end looks, and sounds. */
const NARROWING = 0.35;
/** Beside the table everything is equally far. */
const SIDE_DISTANCE = 0.25;

/** Where a sound at (`x`, `y`) of the court is, for this listener. */
export function placeOf(listener: Listener, { x, y }: { readonly x: number; readonly y: number }): SoundPosition {
  if (listener.kind === "side") return { pan: limit(x / PAN_UNITS.side, WIDEST), distance: SIDE_DISTANCE };
  // To the right of seat 0 is the court's -y, of seat 1 its +y: client/game/scene/camera.ts.
  const towards = listener.seat === 0 ? 1 : -1;
  const distance = (limit((towards * x) / HALF_LENGTH, 1) + 1) / 2;
  return { pan: limit(((-towards * y) / PAN_UNITS.behind) * (1 - NARROWING * distance), WIDEST), distance };
}

function limit(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value));
}
