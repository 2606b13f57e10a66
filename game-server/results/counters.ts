// What a match adds to each player's statistics, read from its facts. Pure; written by db/writers/stats.ts.

import type { CountedResult } from "../../db/result-writer.ts";
import type { CounterChange, SeatStats } from "../../db/writers/stats.ts";
import type { MatchFacts, RallyFacts } from "../../pong/match-facts.ts";
import { NOBODY } from "../../pong/world.ts";
import { modeBucket, placeBucket, rallyBucket, reactionBucket } from "../../schema/stat-buckets.ts";

/** Whether it adds to its players' statistics: a duel that counts, with known facts. */
export function countsForStats({ result, verdict, facts }: CountedResult): boolean {
  return result.kind === "duel" && (verdict === "rated" || verdict === "unrated") && facts !== null;
}

/** By seat; null for what counts nothing. */
export function statsOf(counted: CountedResult): SeatStats[] | null {
  if (!countsForStats(counted)) return null;
  const { result, facts } = counted;
  return result.seats.map((_, seat) => seatStats(seat, result, facts as MatchFacts));
}

/** Of a match that counts. */
export function seatStats(
  seat: number,
  result: Pick<CountedResult["result"], "winner" | "mode" | "finishedAt">,
  { rallies }: Pick<MatchFacts, "rallies">,
): SeatStats {
  const won = result.winner === seat;
  const counts = new Counts();
  counts.add("mode", modeBucket(result.mode), won);
  counts.add("hour", result.finishedAt.getUTCHours(), won);
  for (const rally of rallies) countRally(counts, seat, rally);
  const longest = rallies.reduce<RallyFacts | null>(
    (best, rally) => (best === null || rally.hits.length > best.hits.length ? rally : best),
    null,
  );
  return {
    counters: counts.changes(),
    longest: { hits: longest?.hits.length ?? 0, tick: Math.floor(longest?.startTick ?? 0) },
    won,
  };
}

function countRally(counts: Counts, seat: number, { winner, hits, missedAt }: RallyFacts): void {
  if (winner !== NOBODY) counts.add("rally", rallyBucket(hits.length), winner === seat);
  if (winner !== NOBODY && winner !== seat && missedAt !== null)
    counts.add("place", placeBucket(seat, missedAt), false);
  for (const hit of hits) {
    if (hit.seat !== seat) continue;
    counts.add("place", placeBucket(seat, hit.y), true);
    if (hit.reactionMs !== null) counts.add("reaction", reactionBucket(hit.reactionMs), true);
  }
}

class Counts {
  readonly #changes = new Map<string, CounterChange>();

  add(kind: CounterChange["kind"], bucket: number, won: boolean): void {
    const key = `${kind}:${bucket}`;
    const before = this.#changes.get(key) ?? { kind, bucket, won: 0, lost: 0 };
    this.#changes.set(key, {
      ...before,
      won: before.won + (won ? 1 : 0),
      lost: before.lost + (won ? 0 : 1),
    });
  }

  changes(): CounterChange[] {
    return [...this.#changes.values()];
  }
}
