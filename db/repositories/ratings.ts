// How strong players are: read, and moved by a rated match. The maths is passed in: ranking/glicko2.ts.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Rating } from "../entities/rating.ts";
import type { Mode } from "../../contract/modes.ts";
import type { Orm } from "../open.ts";
import type { RatingChange, RatingValues } from "../result-writer.ts";

export interface RatingRow extends RatingValues {
  readonly mode: Mode;
  readonly played: number;
  readonly won: number;
  readonly best: number;
  readonly ratedAt: Date;
}

export interface Ratings {
  /** Those of the modes that they have a rating in, by player. */
  of(playerIds: readonly string[]): Promise<Map<string, RatingRow[]>>;
}

/** The maths of ratings. */
export interface RatingRules {
  readonly fresh: RatingValues;
  /** After so many days without a match. */
  age(rating: RatingValues, days: number): RatingValues;
  /** Both after a match; `score` of the first: 1 won, 0 lost. */
  rate(first: RatingValues, second: RatingValues, score: number): readonly [RatingValues, RatingValues];
}

/** A rated match between two. */
export interface RatedMatch {
  readonly mode: Mode;
  /** By seat. */
  readonly playerIds: readonly [string, string];
  /** Seat. */
  readonly winner: 0 | 1;
  readonly at: Date;
}

const DAY_MS = 86_400_000;

export function createRatings(orm: Orm): Ratings {
  return {
    async of(playerIds) {
      const rows = await orm.em.fork().find(Rating, { player: { $in: [...playerIds] } });
      const found = new Map<string, RatingRow[]>();
      for (const { player, ...row } of rows) found.set(player.id, [...(found.get(player.id) ?? []), row]);
      return found;
    },
  };
}

/** Moves both ratings, within the caller's transaction. Returns the changes by seat. */
export async function rateMatch(
  em: SqlEntityManager,
  { mode, playerIds, winner, at }: RatedMatch,
  rules: RatingRules,
): Promise<RatingChange[]> {
  const rows = await lockedRows(em, mode, playerIds, at, rules.fresh);
  const before = playerIds.map((id) => aged(rows.get(id)!, at, rules));
  const after = rules.rate(before[0]!, before[1]!, winner === 0 ? 1 : 0);
  for (const [seat, id] of playerIds.entries()) {
    const row = rows.get(id)!;
    const { rating, deviation, volatility } = after[seat]!;
    const played = row.played + 1;
    const won = row.won + (seat === winner ? 1 : 0);
    // The initial rating doesn't count as a best: it was not won.
    const best = row.played === 0 ? rating : Math.max(row.best, rating);
    const ratedAt = at > row.ratedAt ? at : row.ratedAt;
    await em.nativeUpdate(Rating, { player: id, mode }, { rating, deviation, volatility, played, won, best, ratedAt });
  }
  return playerIds.map((_, seat) => ({ before: before[seat]!, after: after[seat]! }));
}

/** Created where missing, and locked in the order of ids, so that two matches of the same players wait for each other. */
async function lockedRows(
  em: SqlEntityManager,
  mode: Mode,
  playerIds: readonly string[],
  at: Date,
  { rating, deviation, volatility }: RatingValues,
): Promise<Map<string, Rating>> {
  const ids = playerIds.toSorted();
  await em
    .createQueryBuilder(Rating)
    .insert(
      ids.map((player) => ({
        player,
        mode,
        rating,
        deviation,
        volatility,
        played: 0,
        won: 0,
        best: rating,
        ratedAt: at,
      })),
    )
    .onConflict(["player", "mode"])
    .ignore()
    .execute();
  const rows: { player_id: string }[] = await em.execute(
    `select "player_id" from "ratings" where "mode" = ? and "player_id" in (?, ?) order by "player_id" for update`,
    [mode, ...ids],
  );
  if (rows.length !== ids.length) throw new Error("a rating cannot be made");
  const found = await em.find(Rating, { player: { $in: ids }, mode }, { refresh: true });
  return new Map(found.map((row) => [row.player.id, row]));
}

function aged(row: Rating, at: Date, rules: RatingRules): RatingValues {
  const { rating, deviation, volatility } = row;
  const days = Math.max(0, (at.getTime() - row.ratedAt.getTime()) / DAY_MS);
  return rules.age({ rating, deviation, volatility }, days);
}
