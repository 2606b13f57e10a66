// Counts the head-to-head record, with each duel that counts: a ResultWriter (../result-writer.ts).

import { HeadToHead } from "../entities/stats.ts";
import { MatchSeat } from "../entities/match-seat.ts";
import type { ResultWriter } from "../result-writer.ts";

export const writeHeadToHead: ResultWriter = async (em, { result, verdict }) => {
  if (result.kind !== "duel" || (verdict !== "rated" && verdict !== "unrated")) return;
  // Those whose rows are there: a player may have been deleted since.
  const seats = await em.find(MatchSeat, { match: result.id }, { orderBy: { seat: "asc" } });
  const ids = seats.map(({ player }) => player?.id ?? null);
  const winner = ids[result.winner] ?? null;
  if (ids.length !== 2 || winner === null || ids.includes(null) || ids[0] === ids[1]) return;
  const [low, high] = (ids as string[]).toSorted();
  const [lowWon, highWon] = winner === low ? [1, 0] : [0, 1];
  const { tableName } = em.getMetadata().get(HeadToHead);
  await em.execute(
    `insert into "${tableName}" as "mine" ("low_id", "high_id", "low_won", "high_won", "last_at") values (?, ?, ?, ?, ?)
     on conflict ("low_id", "high_id") do update set "low_won" = "mine"."low_won" + excluded."low_won",
       "high_won" = "mine"."high_won" + excluded."high_won", "last_at" = greatest("mine"."last_at", excluded."last_at")`,
    [low, high, lowWon, highWon, result.finishedAt],
  );
};
