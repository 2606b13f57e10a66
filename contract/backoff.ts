// How long to wait before the next try: longer after each failure, up to a limit. Pure; every layer that tries again waits by it.

/** Waits, one after the other; the last one again and again. */
export type Backoff = readonly [number, ...number[]];

/**
 * The wait before the next try, in the unit of the backoff.
 * @param failures how many tries have failed in a row, 1 or more
 */
export function waitAfter(backoff: Backoff, failures: number): number {
  return backoff[Math.min(failures, backoff.length) - 1]!;
}
