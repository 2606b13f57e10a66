// Colyseus would patch by a timer of each room. Ours patch when something has changed, or have no state at all.

/** For `patchRate`: the longest that a timer takes. */
export const NO_PATCHES_MS = 2 ** 31 - 1;
