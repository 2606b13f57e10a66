// What the operators' pages say. English only: they are for whoever runs the server.

import type { Metric } from "../schema/performance-metrics.ts";

export const WORDS = {
  title: "Rally for operators",
  rooms: "Live rooms",
  reports: "Reports from browsers",
  back: "All operator pages",
  json: "As JSON",
  currentBuild: "Current build:",
  unknownBuild: "unknown",
  errors: "Errors",
  sortedBy: "Sorted by",
  byCount: "count",
  bySeen: "last seen",
  noErrors: "No errors were reported.",
  more: (count: number) => `${count} more in the JSON.`,
  times: (count: number) => `${count} ×`,
  page: "page",
  firstSeen: "first seen",
  lastSeen: "last seen",
  current: "current build",
  stale: (build: string) => (build === "" ? "development build" : `other build ${build}`),
  noMessage: "(no message)",
  noStack: "(no stack)",
  figures: "Performance of matches",
  noMetrics: "None in this period.",
  bucket: "Value",
  count: "Count",
  share: "Share",
  note: "Counts only: nothing here says who played. Days are UTC.",
} as const;

export const RANGES = [
  { days: 1, title: "Today" },
  { days: 7, title: "7 days" },
  { days: 30, title: "30 days" },
] as const;

interface MetricWords {
  readonly figure: string;
  readonly title: string;
  /** How its buckets read; a named one has names instead of edges. */
  readonly kind: "ms" | "share" | "number" | "name";
}

export const METRICS: readonly (MetricWords & ({ readonly figure: Metric } | { readonly kind: "name" }))[] = [
  { figure: "frameMs", title: "Frame time (median)", kind: "ms" },
  { figure: "slowFrames", title: "Share of slow frames", kind: "share" },
  { figure: "quality", title: "Quality tier", kind: "number" },
  { figure: "roundTripMs", title: "Round trip (median)", kind: "ms" },
  { figure: "swingMs", title: "Jitter of the round trip", kind: "ms" },
  { figure: "otherLateMs", title: "How late the opponent is shown (L)", kind: "ms" },
  { figure: "stalls", title: "Stalls in a match", kind: "number" },
  { figure: "reconnections", title: "Reconnections in a match", kind: "number" },
  { figure: "corrections", title: "Corrected presses in a match", kind: "number" },
  { figure: "divergences", title: "Worlds that differed from the server's in a match", kind: "number" },
  { figure: "browser", title: "Browser", kind: "name" },
  { figure: "platform", title: "Platform", kind: "name" },
  { figure: "theme", title: "Theme", kind: "name" },
  { figure: "dropped", title: "Dropped reports, by reason", kind: "name" },
];
