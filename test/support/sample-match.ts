// A match to write down, with whatever a test wants different.

import { randomUUID } from "node:crypto";
import type { MatchResult } from "../../db/match-record.ts";

/** A finished match between two players who need not be in the database. */
export function sampleResult(difference: Partial<MatchResult> = {}): MatchResult {
  const lateness = { presses: 3, histogram: [0, 2, 1] };
  return {
    id: randomUUID(),
    roomId: "room-1",
    kind: "duel",
    mode: null,
    ranked: false,
    rules: { pointsToWin: 3, twoClear: false },
    rulesVersion: 1,
    courtId: "classic",
    seed: 4_294_967_295,
    startedAt: new Date("2026-11-23T10:00:00Z"),
    finishedAt: new Date("2026-11-23T10:03:00Z"),
    shownAt: null,
    seats: [
      { sitter: "person", playerId: null, name: "Ada", points: 3, lateness },
      { sitter: "person", playerId: null, name: "Žofie", points: 1, lateness },
    ],
    winner: 0,
    endReason: "score",
    summary: { rallies: 4, longestRally: 9, topSpeed: 1.5, seconds: 60.25 },
    recording: new Uint8Array([0, 1, 255, 128]),
    recordingHash: "abc",
    ...difference,
  };
}
