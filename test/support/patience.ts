// How long tests wait: deadlines are given for a quiet machine of the usual kind, and stretched by how slow this one is right now.
// `npm test` finds that out at its start (scripts/testing/slowness.ts); a file that is run by itself takes the machine for quiet.

/** At least 1. */
export const SLOWNESS = Number(process.env["RALLY_SLOWNESS"] ?? 1);

/** @param ms what is enough on a quiet machine of the usual kind */
export function patience(ms: number): number {
  return Math.ceil(ms * SLOWNESS);
}
