// Colyseus' synced state, where it needs a hand: sent when something has changed, only what has changed, from buffers that it
// fits into.

import { Encoder } from "@colyseus/schema";

/** For `patchRate`, the longest that a timer takes. Colyseus would patch by a timer of each room; ours say when, or have no state. */
export const NO_PATCHES_MS = 2 ** 31 - 1;

/** What all pages get of a state with views at one time, in bytes. */
const BUFFER_BYTES = 256 * 1024;

/** Writes only fields that differ, so only they travel. */
export function writeChanged<T extends object>(
  into: T,
  from: { readonly [Field in keyof T]?: unknown } | object,
): void {
  const target = into as Record<string, unknown>;
  for (const [field, value] of Object.entries(from)) {
    if (target[field] !== value) target[field] = value;
  }
}

/**
 * Runs `act`, in which a room is given its state: an encoder allocates its buffers when it is created, in Colyseus' size for all rooms. A
 * state that goes out by views is encoded for all of them into one buffer. Colyseus' own is for a match; one that overflows grows, and
 * complains of it on the console.
 */
export function withLargeBuffers(act: () => void): void {
  const usual = Encoder.BUFFER_SIZE;
  Encoder.BUFFER_SIZE = BUFFER_BYTES;
  try {
    act();
  } finally {
    Encoder.BUFFER_SIZE = usual;
  }
}
