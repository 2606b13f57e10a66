// A player's counters as their statistics show them. Pure.

import type { PlayerStats } from "../../db/repositories/stats.ts";
import type { CounterChange } from "../../db/writers/stats.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { HOURS, MODE_BUCKETS, PLACES, RALLY_EDGES, REACTIONS, modeBucket } from "../../schema/stat-buckets.ts";
import type { StatsReply, WonLost } from "../../schema/http/stats.ts";
import { perMode } from "../../contract/modes.ts";

export function dashboardOf({ counters, record, opponents }: PlayerStats): StatsReply {
  const byMode = buckets(counters, "mode", MODE_BUCKETS);
  const longest = record?.longestMatch ?? null;
  return {
    modes: { ...perMode((mode) => byMode[modeBucket(mode)]!), own: byMode[modeBucket(null)]! },
    hours: buckets(counters, "hour", HOURS),
    rallies: buckets(counters, "rally", RALLY_EDGES.length),
    places: buckets(counters, "place", PLACES),
    reactions: buckets(counters, "reaction", REACTIONS).map(({ won }) => won),
    longestRally:
      record === null || longest === null || record.longestRally === 0
        ? null
        : { hits: record.longestRally, matchId: longest, seconds: record.longestTick / TICKS_PER_SECOND },
    streak: record?.streak ?? 0,
    bestStreak: record?.bestStreak ?? 0,
    opponents: [...opponents],
  };
}

function buckets(counters: readonly CounterChange[], kind: CounterChange["kind"], count: number): WonLost[] {
  const found = Array.from({ length: count }, () => ({ won: 0, lost: 0 }));
  for (const { bucket, won, lost, ...counter } of counters) {
    if (counter.kind === kind && bucket < count) found[bucket] = { won, lost };
  }
  return found;
}
