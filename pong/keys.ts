// The keys a player can hold, as the few bits that travel and are recorded.
// How they move a paddle: paddle.ts. When they act: timeline.ts.

/**
 * Held keys as bits, in the court's own directions, the same for every seat: `Key.up` moves the paddle
 * towards +y, `Key.down` towards -y. Both held at once cancel out. Range 0 to 3.
 */
export type Keys = number;

export const Key = { none: 0, up: 1, down: 2 } as const;

export const ALL_KEYS = 3;

/** Whether a number from outside is a set of keys. */
export function isKeys(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= ALL_KEYS;
}

/** -1, 0 or 1: the way the held keys push along +y. */
export function direction(keys: Keys): number {
  return (keys & Key.up) - ((keys & Key.down) >> 1);
}
