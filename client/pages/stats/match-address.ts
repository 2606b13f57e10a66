// Where a match is to be seen, from a moment of it on: client/playback/replay/moment.ts reads it.

/** @param tick of the match, not of what a replay shows: that leaves out most of a pause */
export function matchAddress(matchId: string, tick?: number): string {
  return `/match/${encodeURIComponent(matchId)}${tick === undefined ? "" : `?tick=${tick}`}`;
}
