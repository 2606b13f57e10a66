// Updates both players' standings with each rated match: a ResultWriter (../result-writer.ts). What a standing
// is made of is passed in: ranking/standings.ts, by game-server/results/rating-rules.ts.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Standing } from "../entities/standing.ts";
import type { Mode } from "../../contract/modes.ts";
import type { RatingValues, ResultWriter } from "../result-writer.ts";

export interface StandingNumbers {
  readonly rating: number;
  readonly played: number;
  readonly won: number;
  readonly ratedAt: Date;
  readonly sureUntil: Date;
  readonly isListed: boolean;
}

export interface StandingRules {
  /** Names of the lists that a match of that moment counts in. */
  listsOf(at: Date): readonly string[];
  after(
    list: string,
    before: StandingNumbers | null,
    match: { readonly rating: RatingValues; readonly won: boolean; readonly at: Date },
  ): StandingNumbers;
}

interface StandingRow extends StandingNumbers {
  readonly list: string;
  readonly mode: Mode;
  readonly playerId: string;
  readonly country: string | null;
}

/** Both players' ratings are locked by now (../repositories/ratings.ts), so nobody else writes these rows of theirs. */
export function createStandingsWriter(rules: StandingRules): ResultWriter {
  return async (em, { result, ratings }) => {
    const { mode, finishedAt: at, winner } = result;
    if (ratings === null || mode === null) return;
    const lists = rules.listsOf(at);
    const ids = result.seats.flatMap(({ playerId }) => playerId ?? []);
    const countries = await countriesOf(em, ids);
    const before = await em.find(Standing, { season: { $in: [...lists] }, mode, player: { $in: ids } });
    const places = result.seats.flatMap(({ playerId }, seat) => {
      if (playerId === null || !countries.has(playerId)) return [];
      return lists.map((list): StandingRow => {
        const own = before.find(({ season, player }) => season === list && player.id === playerId) ?? null;
        const figures = rules.after(list, own, { rating: ratings[seat]!.after, won: seat === winner, at });
        return { ...figures, list, mode, playerId, country: countries.get(playerId) ?? null };
      });
    });
    await write(em, places);
  };
}

/** Of those whose accounts are there. Locked, so that a country that is changed at this moment is not written over. */
async function countriesOf(em: SqlEntityManager, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows: { id: string; country: string | null }[] = await em.execute(
    `select "player_id" as "id", "country" from "accounts" where "player_id" in (${ids.map(() => "?").join(", ")})
     order by "player_id" for share`,
    [...ids],
  );
  return new Map(rows.map(({ id, country }) => [id, country]));
}

async function write(em: SqlEntityManager, places: readonly StandingRow[]): Promise<void> {
  if (places.length === 0) return;
  const columns = ["country", "rating", "played", "won", "rated_at", "sure_until", "is_listed"];
  await em.execute(
    `insert into "standings" ("season", "mode", "player_id", ${columns.map((name) => `"${name}"`).join(", ")})
     values ${places.map(() => "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").join(", ")}
     on conflict ("season", "mode", "player_id") do update
       set ${columns.map((name) => `"${name}" = excluded."${name}"`).join(", ")}`,
    places.flatMap(({ list, mode, playerId, country, rating, played, won, ratedAt, sureUntil, isListed }) => [
      list,
      mode,
      playerId,
      country,
      rating,
      played,
      won,
      ratedAt,
      sureUntil,
      isListed,
    ]),
  );
}
