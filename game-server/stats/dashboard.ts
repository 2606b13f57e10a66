// A player's counters as their statistics show them. Pure.

import type { PlayerStats } from "../../db/repositories/stats.ts";
import type { CounterChange } from "../../db/writers/stats.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { HOURS, PLACES, RALLY_EDGES, REACTIONS } from "../../schema/stat-buckets.ts";
import type { StatsReply, WonLost } from "../../schema/http/stats.ts";
import { MODES } from "../../contract/modes.ts";

export function dashboardOf({ counters, record, opponents }: PlayerStats): StatsReply {
  const [classic, quick, own] = buckets(counters, "mode", MODES.length + 1);
  const longest = record?.longestMatch ?? null;
  return {
    modes: { classic: classic!, quick: quick!, own: own! },
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
