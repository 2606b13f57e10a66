// A player's statistics, summed up match by match: what stats.ts adds to the rows in the database, in plain data, for when they
// are recounted. Pure.

import { type CounterChange, type SeatStats, sortCounters } from "./stats.ts";

/** The columns of a row of player_records, but for whose it is. */
export interface RecordSum {
  readonly longestRally: number;
  readonly longestMatch: string | null;
  readonly longestTick: number;
  readonly streak: number;
  readonly bestStreak: number;
}

export class StatsSum {
  readonly #counters = new Map<string, CounterChange>();
  #record: RecordSum | null = null;

  /** In the order in which the matches ended. */
  add(matchId: string, { counters, longest, won }: SeatStats): void {
    for (const change of counters) this.#count(change);
    const before = this.#record;
    const streak = won ? Math.max(before?.streak ?? 0, 0) + 1 : Math.min(before?.streak ?? 0, 0) - 1;
    const isLonger = before === null || longest.hits > before.longestRally;
    this.#record = {
      longestRally: isLonger ? longest.hits : before.longestRally,
      longestMatch: isLonger ? matchId : before.longestMatch,
      longestTick: isLonger ? longest.tick : before.longestTick,
      streak,
      bestStreak: Math.max(before?.bestStreak ?? 0, streak, 0),
    };
  }

  /** By kind and bucket. */
  get counters(): CounterChange[] {
    return sortCounters([...this.#counters.values()]);
  }

  /** Null: nothing has counted. */
  get record(): RecordSum | null {
    return this.#record;
  }

  #count({ kind, bucket, won, lost }: CounterChange): void {
    const key = `${kind}:${bucket}`;
    const before = this.#counters.get(key);
    this.#counters.set(key, { kind, bucket, won: (before?.won ?? 0) + won, lost: (before?.lost ?? 0) + lost });
  }
}
