// Reports as browsers send them.

import type { ErrorEntry, MetricsEntry } from "../../schema/http/reports.ts";

export function sampleFigures(): MetricsEntry {
  return {
    kind: "figures",
    quality: 2,
    theme: "night",
    frameMs: 16.7,
    slowFrames: 0.01,
    roundTripMs: 45,
    swingMs: 6,
    otherLateMs: 70,
    stalls: 0,
    reconnections: 1,
    corrections: 0,
    divergences: 0,
  };
}

export function sampleError(message: string, times = 1): ErrorEntry {
  const stack = `Error: ${message}\n    at draw (assets/main.js:1:2345)`;
  return { kind: "error", page: "home", message, stack, times };
}

/** The n-th of many letters-only words: numbers in a message make no difference. */
export function word(n: number): string {
  return [...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}
