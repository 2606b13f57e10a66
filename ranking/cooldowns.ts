// The cooldown for declining or missing a match: a wait before the next try, longer each time. Pure; what keeps the
// records: rooms/matchmaking/queue-store.ts. Published in docs/rating.md.

export interface CooldownRecord {
  /** How often lately. */
  readonly count: number;
  /** When the last one was given, and until when; ms of wall-clock time. */
  readonly givenMs: number;
  readonly untilMs: number;
}

/** The first one is a slip; the last one again and again. */
const SECONDS = [10, 60, 300, 900] as const;
/** One is forgotten after so long without another. */
const FORGOTTEN_AFTER_MS = 3_600_000;
/** A record expires after so long. */
export const RECORD_KEPT_MS = SECONDS.length * FORGOTTEN_AFTER_MS;

/** The record after one more miss. */
export function nextCooldown(before: CooldownRecord | null, nowMs: number): CooldownRecord {
  const forgotten = before === null ? 0 : Math.floor((nowMs - before.givenMs) / FORGOTTEN_AFTER_MS);
  const count = Math.max(0, (before?.count ?? 0) - forgotten) + 1;
  const seconds = SECONDS[Math.min(count, SECONDS.length) - 1]!;
  return { count, givenMs: nowMs, untilMs: nowMs + seconds * 1000 };
}

/** Seconds left of the cooldown; 0 when there is none. */
export function secondsLeft(record: CooldownRecord | null, nowMs: number): number {
  return record === null ? 0 : Math.max(0, Math.ceil((record.untilMs - nowMs) / 1000));
}
