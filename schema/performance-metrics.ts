// The performance metrics of a match as a browser reports them, and the buckets they are counted in. Only counts are kept, so nothing about
// one person can be read from them. No zod here, for the page; the check is http/reports.ts.

/** Which kind of page an error was on; never an address. */
export const PAGE_KINDS = [
  "home",
  "waiting",
  "watch",
  "match",
  "record",
  "replay",
  "settings",
  "signUp",
  "signIn",
  "password",
  "verify",
  "account",
  "player",
  "friends",
  "lobby",
  "leaderboard",
  "notifications",
  "privacy",
  "terms",
  "lost",
  "other",
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** Of the hash of what a page was built from: enough to distinguish builds. */
export const BUILD_DIGITS = 12;

/** Entries of one report, and its bytes as JSON. */
export const MAX_ENTRIES = 20;
export const MAX_REPORT_BYTES = 8 * 1024;
/** Of one error in one report. */
export const MAX_TIMES = 10_000;

/** Of one match, or of some minutes of a long one. Null: not measured. */
export interface MatchMetrics {
  /** Quality tier, 0 to 9. */
  readonly quality: number;
  /** Lower case letters, digits and dashes, at most 20. */
  readonly theme: string;
  /** Median of the time from frame to frame. */
  readonly frameMs: number;
  /** Share of frames that came late, 0 to 1. */
  readonly slowFrames: number;
  /** Median of the own round trip. */
  readonly roundTripMs: number | null;
  /** Jitter of the round trip: p95 less median. */
  readonly swingMs: number | null;
  /** L: how late the other player is drawn. */
  readonly otherLateMs: number | null;
  /** Times nothing was heard for more than 300 ms while playing. */
  readonly stalls: number;
  readonly reconnections: number;
  /** Own presses that the server moved. */
  readonly corrections: number;
  /** Times the world here was not the server's, which must not be. */
  readonly divergences: number;
}

/** Lower edges of each metric's buckets, ascending; a bucket is named by its lower edge. */
export const EDGES = {
  quality: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  frameMs: [0, 6, 9, 12, 15, 18, 25, 34, 50, 100],
  slowFrames: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
  roundTripMs: [0, 10, 20, 40, 60, 80, 100, 150, 200, 250, 350, 500],
  swingMs: [0, 2, 5, 10, 20, 40, 80, 160],
  otherLateMs: [0, 17, 34, 51, 67, 84, 100, 134, 167, 200, 250, 350],
  stalls: [0, 1, 2, 3, 5, 10, 20],
  reconnections: [0, 1, 2, 3, 5, 10],
  corrections: [0, 1, 2, 3, 5, 10, 20],
  divergences: [0, 1, 2, 5],
} as const satisfies Partial<Record<keyof MatchMetrics, readonly number[]>>;

export type Metric = keyof typeof EDGES;

/** The lower edge of the bucket that the value falls into, as text. */
export function bucketOf(figure: Metric, value: number): string {
  const edges: readonly number[] = EDGES[figure];
  return String(edges.findLast((edge) => edge <= value) ?? edges[0]);
}
